package insight.prepare.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people write, brought to one form so that equal things are equal: Unicode NFKC (full-width
 * digits and letters become plain ones), small letters, accents folded.
 */
final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "mme", "mlle", "sr",
          "sra", "jr");
  private static final List<String> HAN_TITLES = List.of("先生", "女士", "小姐", "太太", "様", "さん");
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th");

  private Folded() {}

  /** The address as one mailbox writes it; empty for what is no address. */
  static Optional<String> email(String written) {
    String text = plain(written).replace(" ", "");
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1 || text.indexOf('.', at) < 0) {
      return Optional.empty();
    }
    String name = text.substring(0, at);
    String host = host(text.substring(at + 1));
    return Optional.of(
        host.equals("gmail.com") || host.equals("googlemail.com")
            ? name.replaceAll("\\+.*", "").replace(".", "") + "@gmail.com"
            : name + "@" + host);
  }

  private static String host(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unusual) {
      return host;
    }
  }

  /** NFKC, small letters, one space between words. */
  static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** Words without accents and signs, in the order they were written. */
  static List<String> words(String written) {
    String text = Normalizer.normalize(plain(written), Normalizer.Form.NFKD);
    text = Normalizer.normalize(MARKS.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      text = text.replace(letter.getKey(), letter.getValue());
    }
    return Arrays.stream(NOT_WORD.split(text.replace("'", "").replace("’", "")))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /**
   * A name: words without titles, sorted, so that «Smith, Anna» is «Anna Smith». In Chinese and
   * Japanese script the space says nothing, and the order is the name's own.
   */
  static String name(String written) {
    List<String> words = words(written);
    String joined = String.join("", words);
    if (HAN.matcher(joined).find()) {
      for (String title : HAN_TITLES) {
        joined =
            joined.endsWith(title) ? joined.substring(0, joined.length() - title.length()) : joined;
      }
      return joined;
    }
    List<String> kept = words.stream().filter(w -> !TITLES.contains(w)).sorted().toList();
    return String.join(" ", kept.isEmpty() ? words : kept);
  }

  /** Whether the text is in Chinese or Japanese script. */
  static boolean isHan(String text) {
    return HAN.matcher(text).find();
  }
}
