package insight.shell.part;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A reason or an active filter; a filter's chip has a cross that takes it away. */
public final class Chip extends Span {
  private static final long serialVersionUID = 1L;

  public Chip(String text) {
    addClassName("chip");
    Span words = new Span(text);
    words.setTitle(text);
    add(words);
  }

  public Chip(String text, Runnable remove) {
    this(text);
    NativeButton cross = new NativeButton();
    cross.add(Icons.CROSS.small());
    cross.setAriaLabel(Words.of("shell.chip.remove", text));
    cross.addClickListener(click -> remove.run());
    add(cross);
  }
}
