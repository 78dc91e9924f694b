package insight.shell;

import com.vaadin.flow.component.UI;
import insight.shell.part.Icons;
import insight.shell.part.Words;
import java.util.Locale;

/** Light, dark, or as the system: kept in the browser and applied there before the first paint. */
enum Appearance {
  LIGHT(Icons.SUN),
  DARK(Icons.MOON),
  SYSTEM(Icons.SCREEN);

  private final Icons icon;

  Appearance(Icons icon) {
    this.icon = icon;
  }

  Icons icon() {
    return icon;
  }

  String words() {
    return Words.of("shell.theme." + inBrowser());
  }

  void choose() {
    UI.getCurrent().getPage().executeJs("window.inTheme.choose($0)", inBrowser());
  }

  private String inBrowser() {
    return name().toLowerCase(Locale.ROOT);
  }
}
