package insight.kernel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The portal's words. Every key exists in every language (a test holds that). Bundles lie in {@code
 * /texts/<stage>_<language>.properties}; the part of a key before the first dot names its bundle:
 * {@code collect.import.title} stands in {@code texts/collect_en.properties}.
 */
public final class Texts {
  /** The languages people may choose, the default first. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private static final ResourceBundle.Control UTF8_NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** The nearest language we speak. */
  public static Locale nearest(Locale wanted) {
    return "zh".equals(wanted.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  /**
   * The text of {@code key} in the nearest language, its {@code {0}} filled in by {@link
   * MessageFormat}.
   *
   * @throws MissingResourceException when the key is unknown
   */
  public static String of(Locale locale, String key, Object... arguments) {
    String pattern = bundle(nearest(locale), key).getString(key);
    return new MessageFormat(pattern, locale).format(said(locale, arguments));
  }

  /** An argument that is itself words: said in the language of the sentence around it. */
  public record Word(String key) {}

  private static Object[] said(Locale locale, Object... arguments) {
    return Arrays.stream(arguments)
        .map(each -> each instanceof Word(String key) && has(locale, key) ? of(locale, key) : each)
        .toArray();
  }

  /** Whether such a key exists. */
  public static boolean has(Locale locale, String key) {
    try {
      return bundle(nearest(locale), key).containsKey(key);
    } catch (MissingResourceException unknownBundle) {
      return false;
    }
  }

  private static ResourceBundle bundle(Locale locale, String key) {
    int dot = key.indexOf('.');
    String name = "texts." + (dot < 0 ? "shell" : key.substring(0, dot));
    return ResourceBundle.getBundle(
        name, Locale.of(locale.getLanguage()), Texts.class.getClassLoader(), UTF8_NO_FALLBACK);
  }
}
