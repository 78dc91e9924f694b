package insight.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import insight.kernel.Texts;
import insight.shell.part.Words;
import java.util.Locale;

/** EN | 中文, each in its own language. */
final class LanguageSwitch extends Div {
  private static final long serialVersionUID = 1L;

  LanguageSwitch() {
    addClassNames("seg", "wide");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", Words.of("shell.language"));
    for (Locale language : Texts.LANGUAGES) {
      NativeButton button = new NativeButton(name(language));
      boolean holds = language.getLanguage().equals(Words.locale().getLanguage());
      button.getElement().setAttribute("aria-pressed", String.valueOf(holds));
      button.getElement().setAttribute("lang", language.toLanguageTag());
      button.addClickListener(click -> Language.choose(language));
      add(button);
    }
  }

  /** Always visible, also on a narrow screen: for the sign-in page, which has no user menu. */
  LanguageSwitch everywhere() {
    removeClassName("wide");
    return this;
  }

  static String name(Locale language) {
    return "zh".equals(language.getLanguage()) ? "中文" : "EN";
  }
}
