package insight.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import insight.shell.part.Drawing;
import insight.shell.part.Icons;
import insight.shell.part.Popup;
import insight.shell.part.Words;

/** Sun or moon, with the three choices. Which of the two shows is the theme's doing. */
final class AppearanceMenu extends Div {
  private static final long serialVersionUID = 1L;

  AppearanceMenu() {
    addClassName("wide");
    NativeButton button = new NativeButton();
    button.addClassNames("btn", "ic");
    button.setAriaLabel(Words.of("shell.theme"));
    button.setTitle(Words.of("shell.theme"));
    button.add(on("light", Icons.MOON), on("dark", Icons.SUN));
    add(button);
    Popup popup = new Popup(button, Words.of("shell.theme")).atEnd();
    for (Appearance appearance : Appearance.values()) {
      popup.item(appearance.icon(), appearance.words(), appearance::choose);
    }
  }

  AppearanceMenu everywhere() {
    removeClassName("wide");
    return this;
  }

  private static Drawing on(String appearance, Icons icon) {
    Drawing drawing = icon.create();
    drawing.addClassName("on-" + appearance);
    return drawing;
  }
}
