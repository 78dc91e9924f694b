package insight.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.collect.EventKind;
import insight.kernel.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word of the portal exists in both languages, and every key that code names exists. */
class TextsTest {
  private static final Path TEXTS = Path.of("src/main/resources/texts");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:Words\\.of|Texts\\.of|Refused\\.(?:notFound|conflict|forbidden|unprocessable))\\(\\s*"
              + "(?:locale,\\s*|Words\\.locale\\(\\),\\s*)?\"([a-z]+\\.[A-Za-z0-9.-]+)\"\\s*[,)]"
              + "|Refused\\.invalid\\(\\s*[^\"]*\"[^\"]*\",\\s*\"([a-z]+\\.[A-Za-z0-9.-]+)\"\\s*[,)]"
              + "|title = \"([a-z]+\\.[A-Za-z0-9.-]+)\"");

  private static List<Path> english() {
    return Project.files(TEXTS.toString(), "_en.properties");
  }

  private static Properties read(Path file) {
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(Project.text(file)));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path chinese(Path english) {
    return Path.of(english.toString().replace("_en.properties", "_zh.properties"));
  }

  @Test
  void everyKeyStandsInBothLanguages() {
    assertFalse(english().isEmpty());
    for (Path file : english()) {
      assertEquals(
          new TreeSet<>(read(file).keySet()),
          new TreeSet<>(read(chinese(file)).keySet()),
          file.toString());
    }
  }

  @Test
  void noKeyStandsTwice() {
    for (Path file : Project.files(TEXTS.toString(), ".properties")) {
      Set<String> seen = new HashSet<>();
      Project.text(file)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains("="))
          .map(line -> line.substring(0, line.indexOf('=')).strip())
          .forEach(key -> assertTrue(seen.add(key), file + " has " + key + " twice"));
    }
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    for (Path file : english()) {
      Properties english = read(file);
      Properties chinese = read(chinese(file));
      for (String key : english.stringPropertyNames()) {
        assertEquals(
            arguments(english.getProperty(key)),
            arguments(chinese.getProperty(key)),
            key + " of " + file);
      }
    }
  }

  private static int arguments(String pattern) {
    return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
  }

  @Test
  void noTextShowsADoubledApostropheOrABareBrace() {
    for (Path file : Project.files(TEXTS.toString(), ".properties")) {
      Properties texts = read(file);
      for (String key : texts.stringPropertyNames()) {
        String shown =
            new MessageFormat(texts.getProperty(key)).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertFalse(shown.contains("''"), key + " of " + file);
        assertFalse(shown.matches(".*\\{\\d.*"), key + " of " + file + ": " + shown);
      }
    }
  }

  @Test
  void chineseIsChinese() {
    for (Path file : Project.files(TEXTS.toString(), "_zh.properties")) {
      Properties texts = read(file);
      long same =
          texts.stringPropertyNames().stream()
              .filter(
                  key ->
                      texts
                          .getProperty(key)
                          .codePoints()
                          .noneMatch(
                              c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
              .count();
      assertTrue(
          same <= texts.size() * 0.15 + 3,
          file + " holds " + same + " texts without a Chinese sign");
    }
  }

  @Test
  void everyKeyThatCodeNamesExists() {
    Set<String> known = new HashSet<>();
    english().forEach(file -> known.addAll(read(file).stringPropertyNames()));
    Set<String> missing = new TreeSet<>();
    for (Path source : Project.files("src/main/java", ".java")) {
      Matcher found = NAMED.matcher(Project.text(source));
      while (found.find()) {
        for (int i = 1; i <= 3; i++) {
          if (found.group(i) != null && !known.contains(found.group(i))) {
            missing.add(found.group(i) + " in " + source.getFileName());
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyKindOfEventHasAName() {
    for (EventKind kind : EventKind.values()) {
      if (kind == EventKind.ORDER_LINE) {
        continue; // told by its class
      }
      for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        assertFalse(Texts.of(locale, "prepare.quality.kind." + word).isBlank());
        assertFalse(Texts.of(locale, "segment.kind." + word.replace('_', '-')).isBlank());
      }
    }
  }
}
