package insight.collect;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/**
 * Guesses the language of a text that does not say it: by its script, and Latin letters by a few
 * words. Coarse on purpose: {@code zh}, {@code en} and the languages with a script of their own;
 * the rest is {@code und} (ISO 639-2: undetermined).
 */
final class Languages {
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "and", "is", "are", "was", "it", "this", "that", "very", "not", "with", "for",
          "my", "of", "to", "i", "but", "good", "great", "love", "bad", "nice");

  private static final Set<String> OTHERS =
      Set.of(
          "de", "la", "le", "les", "que", "muy", "para", "com", "um", "uma", "el", "und", "der",
          "die", "das", "ist", "nicht", "sehr", "il", "che", "est", "pas", "bom", "een", "och",
          "het");

  private Languages() {}

  static String of(String text) {
    int[] letters = new int[6]; // Han, kana, Hangul, Cyrillic, Latin, other
    int plain = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int sign = text.codePointAt(at);
      if (Character.isLetter(sign)) {
        letters[group(sign)]++;
        plain += sign < 128 ? 1 : 0;
      }
    }
    int all = letters[0] + letters[1] + letters[2] + letters[3] + letters[4] + letters[5];
    if (letters[1] * 5 > all) {
      return "ja";
    }
    if (letters[2] * 3 > all) {
      return "ko";
    }
    if (letters[0] * 4 > all) { // names and brands in Latin letters are usual in Chinese
      return "zh";
    }
    return letters[4] * 2 > all && plain * 50 >= letters[4] * 49 && english(text) ? "en" : "und";
  }

  private static int group(int sign) {
    UnicodeScript script = UnicodeScript.of(sign);
    if (script == UnicodeScript.HAN) {
      return 0;
    }
    if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
      return 1;
    }
    if (script == UnicodeScript.HANGUL) {
      return 2;
    }
    if (script == UnicodeScript.CYRILLIC) {
      return 3;
    }
    return script == UnicodeScript.LATIN ? 4 : 5;
  }

  private static boolean english(String text) {
    int english = 0;
    int others = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      english += ENGLISH.contains(word) ? 1 : 0;
      others += OTHERS.contains(word) ? 1 : 0;
    }
    return english >= others;
  }
}
