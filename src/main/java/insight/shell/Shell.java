package insight.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** What every page of the browser starts from: the theme (after Lumo), live updates, the sign. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("themes/insight/styles.css")
public class Shell implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "themes/insight/favicon.svg", "any");
    settings.addMetaTag("color-scheme", "light dark");
    settings.addMetaTag("referrer", "same-origin");
  }
}
