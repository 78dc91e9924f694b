package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** Numbered steps on a line: how to get going, the next one filled, the done ones ticked. */
public final class Guide extends OrderedList {
  private static final long serialVersionUID = 1L;

  /** Where a step stands. */
  public enum State {
    DONE,
    NOW,
    LATER
  }

  public Guide() {
    addClassName("guide");
  }

  public Guide step(State state, String title, String text, Component... actions) {
    Span number = new Span(String.valueOf(getChildren().count() + 1));
    number.addClassName("no");
    Div words = new Div(new H2(title), Rich.paragraph(text));
    if (actions.length > 0) {
      Div acts = new Div(actions);
      acts.addClassName("acts");
      words.add(acts);
    }
    ListItem step = new ListItem(number, words);
    switch (state) {
      case DONE -> {
        number.removeAll();
        number.add(Icons.CHECK.create());
        step.addClassName("done");
      }
      case NOW -> {
        step.addClassName("now");
        step.getElement().setAttribute("aria-current", "step");
      }
      case LATER -> step.addClassName("later");
    }
    add(step);
    return this;
  }
}
