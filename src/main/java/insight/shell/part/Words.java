package insight.shell.part;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import insight.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** The portal's words in the language of the page that is being built. */
@ApplicationScoped
@VaadinServiceEnabled
public class Words implements I18NProvider {
  private static final long serialVersionUID = 1L;

  /** The text of {@code key} in the reader's language. */
  public static String of(String key, Object... arguments) {
    return Texts.of(locale(), key, arguments);
  }

  /** The reader's language; English where there is no page. */
  public static Locale locale() {
    UI ui = UI.getCurrent();
    return ui == null ? Locale.ENGLISH : Texts.nearest(ui.getLocale());
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return Texts.LANGUAGES;
  }

  /** Vaadin asks for its own keys too; what we do not have it shows as it is. */
  @Override
  public String getTranslation(String key, Locale locale, Object... arguments) {
    return Texts.has(locale, key) ? Texts.of(locale, key, arguments) : key;
  }
}
