package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Words;
import java.util.List;
import java.util.function.Function;

/** The steps on a line, the step's own part, and the buttons under it. */
final class WizardFrame extends Div {
  private static final long serialVersionUID = 1L;

  /**
   * @param path to a step; done steps are links
   */
  WizardFrame(
      List<WizardStep> steps,
      WizardStep now,
      Function<WizardStep, String> path,
      Component part,
      List<Button> left,
      List<Button> right) {
    addClassName("wizard");
    Div buttons = new Div();
    buttons.addClassName("acts");
    left.forEach(buttons::add);
    Span space = new Span();
    space.addClassName("sp");
    buttons.add(space);
    right.forEach(buttons::add);
    Card card = new Card(now.words()).say(now.say()).body(part).foot(buttons);
    add(line(steps, now, path), card);
  }

  private static OrderedList line(
      List<WizardStep> steps, WizardStep now, Function<WizardStep, String> path) {
    OrderedList line = new OrderedList();
    line.addClassName("steps");
    line.getElement().setAttribute("aria-label", Words.of("collect.wizard.steps"));
    int place = steps.indexOf(now);
    for (int i = 0; i < steps.size(); i++) {
      String words = i + 1 + " " + steps.get(i).words();
      ListItem item =
          new ListItem(i < place ? new Link(path.apply(steps.get(i)), words) : new Span(words));
      if (i == place) {
        item.addClassName("on");
        item.getElement().setAttribute("aria-current", "step");
      } else if (i < place) {
        item.addClassName("done");
      }
      line.add(item);
    }
    return line;
  }
}
