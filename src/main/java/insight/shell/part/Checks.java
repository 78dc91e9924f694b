package insight.shell.part;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** A checklist: shape, what was checked, what came out. */
public final class Checks extends UnorderedList {
  private static final long serialVersionUID = 1L;

  /** How a check came out. */
  public enum Outcome {
    PASSED(Icons.FINE, "good", "shell.check.passed"),
    ATTENTION(Icons.WARNING, "warn", "shell.check.attention"),
    FAILED(Icons.FAILED, "bad", "shell.check.failed"),
    OPEN(Icons.CLOCK, "sec", "shell.check.open");

    private final Icons icon;
    private final String colour;
    private final String key;

    Outcome(Icons icon, String colour, String key) {
      this.icon = icon;
      this.colour = colour;
      this.key = key;
    }
  }

  public Checks() {
    addClassName("checks");
  }

  public Checks check(Outcome outcome, String what, String detail, String measured) {
    Span icon = new Span(outcome.icon.create());
    icon.addClassName(outcome.colour);
    Span spoken = new Span(Words.of(outcome.key) + ": ");
    spoken.addClassName("sr");
    Span sub = new Span(detail);
    sub.addClassName("sub");
    Span right = new Span(measured);
    right.addClassName("m");
    add(new ListItem(icon, new Span(spoken, new Span(what), sub), right));
    return this;
  }
}
