package insight.prepare.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Phone numbers in the form of ITU-T E.164: plus, country code, national number. A number without a
 * country code is read by the customer's country; without either it stays unread, since the same
 * digits are many phones.
 */
final class PhoneNumbers {
  private static final Pattern EXTENSION = Pattern.compile("(?i)(ext|x|#|分机|转).*$");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 15;

  /** Countries that dial the zero from abroad, or have none to leave out. */
  private static final Set<String> KEEPS_ZERO = Set.of("IT", "SM", "VA");

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("US", "1"),
          Map.entry("CA", "1"),
          Map.entry("RU", "7"),
          Map.entry("KZ", "7"),
          Map.entry("EG", "20"),
          Map.entry("ZA", "27"),
          Map.entry("GR", "30"),
          Map.entry("NL", "31"),
          Map.entry("BE", "32"),
          Map.entry("FR", "33"),
          Map.entry("ES", "34"),
          Map.entry("HU", "36"),
          Map.entry("IT", "39"),
          Map.entry("RO", "40"),
          Map.entry("CH", "41"),
          Map.entry("AT", "43"),
          Map.entry("GB", "44"),
          Map.entry("DK", "45"),
          Map.entry("SE", "46"),
          Map.entry("NO", "47"),
          Map.entry("PL", "48"),
          Map.entry("DE", "49"),
          Map.entry("PE", "51"),
          Map.entry("MX", "52"),
          Map.entry("AR", "54"),
          Map.entry("BR", "55"),
          Map.entry("CL", "56"),
          Map.entry("CO", "57"),
          Map.entry("MY", "60"),
          Map.entry("AU", "61"),
          Map.entry("ID", "62"),
          Map.entry("PH", "63"),
          Map.entry("NZ", "64"),
          Map.entry("SG", "65"),
          Map.entry("TH", "66"),
          Map.entry("JP", "81"),
          Map.entry("KR", "82"),
          Map.entry("VN", "84"),
          Map.entry("CN", "86"),
          Map.entry("TR", "90"),
          Map.entry("IN", "91"),
          Map.entry("PK", "92"),
          Map.entry("PT", "351"),
          Map.entry("LU", "352"),
          Map.entry("IE", "353"),
          Map.entry("IS", "354"),
          Map.entry("MT", "356"),
          Map.entry("CY", "357"),
          Map.entry("FI", "358"),
          Map.entry("BG", "359"),
          Map.entry("LT", "370"),
          Map.entry("LV", "371"),
          Map.entry("EE", "372"),
          Map.entry("UA", "380"),
          Map.entry("HR", "385"),
          Map.entry("SI", "386"),
          Map.entry("CZ", "420"),
          Map.entry("SK", "421"),
          Map.entry("HK", "852"),
          Map.entry("MO", "853"),
          Map.entry("TW", "886"),
          Map.entry("SA", "966"),
          Map.entry("AE", "971"),
          Map.entry("IL", "972"));

  private PhoneNumbers() {}

  /** The number in full; empty when it is none, or its country is not known. */
  static Optional<String> read(String written, Optional<String> country) {
    String text = EXTENSION.matcher(Folded.plain(written)).replaceAll("");
    String digits = digits(text.replace("(0)", ""));
    if (text.startsWith("+")) {
      return sized("+" + digits);
    }
    if (digits.startsWith("00")) {
      return sized("+" + digits.substring(2));
    }
    return country.flatMap(c -> national(digits, c));
  }

  private static Optional<String> national(String digits, String country) {
    return Optional.ofNullable(CODES.get(country))
        .flatMap(
            code -> {
              boolean trunk = digits.startsWith("0") && !KEEPS_ZERO.contains(country);
              String own = trunk ? digits.substring(1) : digits;
              boolean american = code.equals("1") && own.length() == 11 && own.startsWith("1");
              return sized("+" + (american ? own : code + own));
            });
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  private static Optional<String> sized(String number) {
    int length = number.length() - 1;
    return length < SHORTEST || length > LONGEST ? Optional.empty() : Optional.of(number);
  }
}
