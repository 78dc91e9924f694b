package insight.shell.part;

import com.vaadin.flow.component.html.Span;

/** A short word for a state, beside a title or in a table. */
public final class Badge extends Span {
  private static final long serialVersionUID = 1L;

  public Badge(String word, Tone tone) {
    addClassName("badge");
    if (!tone.className().isEmpty()) {
      addClassName(tone.className());
    }
    add(new Span(word));
  }

  public Badge(Icons icon, String word, Tone tone) {
    this(word, tone);
    addComponentAsFirst(icon.create());
  }

  public static Badge good(String word) {
    return new Badge(Icons.FINE, word, Tone.GOOD);
  }

  public static Badge warning(String word) {
    return new Badge(Icons.WARNING, word, Tone.WARNING);
  }

  public static Badge bad(String word) {
    return new Badge(Icons.CRITICAL, word, Tone.BAD);
  }

  public static Badge running(String word) {
    return new Badge(Icons.RUNNING, word, Tone.ACCENT);
  }

  public static Badge neutral(String word) {
    return new Badge(word, Tone.NEUTRAL);
  }

  public static Badge accent(String word) {
    return new Badge(word, Tone.ACCENT);
  }

  public static Badge outline(String word) {
    return new Badge(word, Tone.OUTLINE);
  }
}
