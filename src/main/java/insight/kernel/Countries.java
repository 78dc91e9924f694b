package insight.kernel;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Countries as shops write them, brought to ISO 3166 alpha-2 where they can be recognised. */
public final class Countries {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> BY_NAME = names();

  private Countries() {}

  /** The ISO code of a country's name or code; what is not recognised stays as written. */
  public static String code(String written) {
    String text = written.strip();
    String upper = text.toUpperCase(Locale.ROOT);
    if (CODES.contains(upper)) {
      return upper;
    }
    return BY_NAME.getOrDefault(text.toLowerCase(Locale.ROOT), text);
  }

  /** The country's name in the reader's language; what is no code stays as it is. */
  public static String display(String code, Locale locale) {
    return CODES.contains(code) ? Locale.of("", code).getDisplayCountry(locale) : code;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : CODES) {
      Locale country = Locale.of("", code);
      names.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      names.put(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE), code);
      names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
    }
    names.putAll(
        Map.of(
            "uk", "GB",
            "great britain", "GB",
            "england", "GB",
            "eire", "IE",
            "rsa", "ZA",
            "usa", "US",
            "united states of america", "US",
            "czech republic", "CZ",
            "holland", "NL",
            "korea", "KR"));
    return Map.copyOf(names);
  }
}
