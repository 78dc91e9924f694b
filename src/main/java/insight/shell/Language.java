package insight.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import insight.kernel.Texts;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reader's language: chosen once, kept in a cookie, else what the browser asks for. */
final class Language {
  private static final String COOKIE = "insight-language";
  private static final Duration KEPT = Duration.ofDays(365);

  private Language() {}

  /** The language of a new session. */
  static Locale of(VaadinRequest request) {
    return cookie(request).orElseGet(() -> Texts.nearest(wanted(request)));
  }

  private static Locale wanted(VaadinRequest request) {
    return request.getLocale() == null ? Locale.ENGLISH : request.getLocale();
  }

  private static Optional<Locale> cookie(VaadinRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .map(cookie -> Texts.nearest(Locale.forLanguageTag(cookie.getValue())))
            .findFirst();
  }

  /** From now on {@code language}: the page is loaded anew in it. */
  static void choose(Locale language) {
    Cookie cookie = new Cookie(COOKIE, language.getLanguage());
    cookie.setPath("/");
    cookie.setMaxAge((int) KEPT.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    Optional.ofNullable(VaadinService.getCurrentResponse())
        .ifPresent(response -> response.addCookie(cookie));
    VaadinSession.getCurrent().setLocale(language);
    UI.getCurrent().getPage().reload();
  }
}
