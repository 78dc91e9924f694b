package insight.shell.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Buttons as the design has them: verbs, one primary per page, cancelling and erasing in red. */
public final class Buttons {
  private Buttons() {}

  public static Button primary(String verb, Runnable act) {
    return with(button(verb, act), ButtonVariant.LUMO_PRIMARY);
  }

  public static Button plain(String verb, Runnable act) {
    return button(verb, act);
  }

  /** Looks like a link: for the rarer act. */
  public static Button quiet(String verb, Runnable act) {
    return with(button(verb, act), ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
  }

  public static Button danger(String verb, Runnable act) {
    return with(button(verb, act), ButtonVariant.LUMO_ERROR);
  }

  /** An icon alone; {@code label} is what it is called and what hovering shows. */
  public static Button icon(Icons icon, String label, Runnable act) {
    Button button = with(button("", act), ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setIcon(icon.create());
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  /** Puts an icon before the verb. */
  public static Button icon(Icons icon, Button button) {
    button.setIcon(icon.create());
    return button;
  }

  /** The smaller size, for cards and rows. */
  public static Button small(Button button) {
    return with(button, ButtonVariant.LUMO_SMALL);
  }

  private static Button button(String verb, Runnable act) {
    return new Button(verb, click -> act.run());
  }

  private static Button with(Button button, ButtonVariant... variants) {
    button.addThemeVariants(variants);
    return button;
  }
}
