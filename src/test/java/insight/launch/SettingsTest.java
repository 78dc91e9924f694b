package insight.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path USUAL = Path.of("/srv/insight/var");

  private static Settings settings(String... pairs) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.of(environment, USUAL);
  }

  private static String refusal(String... pairs) {
    return String.valueOf(assertThrows(StartRefused.class, () -> settings(pairs)).getMessage());
  }

  @Test
  void anEmptyEnvironmentGivesTheUsualValues() {
    Settings usual = settings();
    assertEquals(URI.create("http://127.0.0.1:8080"), usual.portal());
    assertEquals(USUAL, usual.dataDirectory());
    assertEquals("768m", usual.heap());
    assertTrue(usual.outsideDatabase().isEmpty());
  }

  @Test
  void emptyVariablesCountAsUnset() {
    assertEquals(
        settings(), settings("INSIGHT_HTTP_PORT", "", "INSIGHT_DB_URL", " ", "INSIGHT_HEAP", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "INSIGHT_HTTP_PORT,0",
    "INSIGHT_HTTP_PORT,65536",
    "INSIGHT_HTTP_PORT,http",
    "INSIGHT_HTTP_ADDRESS,a b",
    "INSIGHT_HEAP,768",
    "INSIGHT_HEAP,128m",
    "INSIGHT_HEAP,-1g",
    "INSIGHT_DB_URL,mysql://x",
  })
  void aWrongValueIsRefusedNamingVariableAndValue(String name, String value) {
    String refusal = refusal(name, value);
    assertTrue(refusal.contains(name), refusal);
    assertTrue(refusal.contains(value), refusal);
  }

  @Test
  void aWildcardAddressIsAskedByLoopback() {
    assertEquals("127.0.0.1", settings("INSIGHT_HTTP_ADDRESS", "0.0.0.0").reachableHost());
    assertEquals("[::1]", settings("INSIGHT_HTTP_ADDRESS", "::").reachableHost());
    assertEquals("[fe80::1]", settings("INSIGHT_HTTP_ADDRESS", "fe80::1").reachableHost());
  }

  @Test
  void anOutsideDatabaseNeedsItsUser() {
    assertTrue(refusal("INSIGHT_DB_URL", "jdbc:postgresql://db/shop").contains("INSIGHT_DB_USER"));
  }

  @Test
  void theDatabaseUrlIsCompletedButKeepsWhatItSays() {
    String url =
        settings(
                "INSIGHT_DB_URL",
                    "jdbc:postgresql://db/shop?sslmode=verify-full&stringtype=varchar",
                "INSIGHT_DB_USER", "shop")
            .outsideDatabase()
            .orElseThrow()
            .url();
    assertEquals(
        "jdbc:postgresql://db/shop?sslmode=verify-full&stringtype=varchar"
            + "&ApplicationName=insight&reWriteBatchedInserts=true",
        url);
  }

  @Test
  void aPasswordIsNeverShown() {
    DatabaseAccess access =
        new DatabaseAccess("jdbc:postgresql://db/shop?password=hush", "shop", "hush");
    assertFalse(access.toString().contains("hush"));
    assertFalse(refusal("INSIGHT_DB_URL", "mysql://db?password=hush").contains("hush"));
  }
}
