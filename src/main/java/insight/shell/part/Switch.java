package insight.shell.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.function.Consumer;

/** A few choices side by side of which one holds: "Open | Acknowledged | Resolved". */
public final class Switch extends Div {
  private static final long serialVersionUID = 1L;

  public Switch(String label, List<Choice> choices, String current, Consumer<String> chosen) {
    addClassName("seg");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", label);
    for (Choice choice : choices) {
      NativeButton button = new NativeButton(choice.words());
      button
          .getElement()
          .setAttribute("aria-pressed", String.valueOf(choice.value().equals(current)));
      button.addClickListener(click -> chosen.accept(choice.value()));
      add(button);
    }
  }
}
