package insight.shell.part;

import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.Span;

/**
 * How a figure changed: triangle, amount, from what. Green is good, not up: falling returns are
 * green. Inside the interval there is no triangle and no colour.
 */
public record Delta(Way way, Meaning meaning, String amount, String from) {
  /** Where it went. */
  public enum Way {
    UP,
    DOWN,
    UNCLEAR
  }

  /** What that means for the shop. */
  public enum Meaning {
    GOOD,
    BAD,
    NEITHER
  }

  /** Rose by {@code amount}; {@code from} as in "from £2.21M". */
  public static Delta up(Meaning meaning, String amount, String from) {
    return new Delta(Way.UP, meaning, amount, from);
  }

  public static Delta down(Meaning meaning, String amount, String from) {
    return new Delta(Way.DOWN, meaning, amount, from);
  }

  /** Too small to tell from chance. */
  public static Delta unclear(String from) {
    return new Delta(Way.UNCLEAR, Meaning.NEITHER, Words.of("shell.delta.unclear"), from);
  }

  /** As it stands in a card or a table. */
  public Span show() {
    Emphasis change = new Emphasis();
    switch (way) {
      case UP -> change.add(arrow(Icons.UP, "shell.delta.up"), new Span(amount));
      case DOWN -> change.add(arrow(Icons.DOWN, "shell.delta.down"), new Span(amount));
      case UNCLEAR -> change.setText(amount);
    }
    switch (meaning) {
      case GOOD -> change.addClassName("good");
      case BAD -> change.addClassName("bad");
      case NEITHER -> change.addClassName("sec");
    }
    Span before = new Span(from);
    before.addClassName("from");
    Span all = new Span(change, before);
    all.addClassName("delta");
    return all;
  }

  private static Span arrow(Icons icon, String key) {
    Span hidden = new Span(Words.of(key) + " ");
    hidden.addClassName("sr");
    return new Span(icon.small(), hidden);
  }
}
