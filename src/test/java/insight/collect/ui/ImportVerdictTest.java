package insight.collect.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import insight.runtime.Json;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportVerdictTest {
  private static String of(String counts) {
    return ImportVerdict.of(Json.parse(counts), Locale.ENGLISH);
  }

  @Test
  void aWholeFileSaysWhatItIsWorth() {
    assertEquals(
        "The file is in: all **541,909** lines were understood and none rejected. Sales come to"
            + " **£10.7M**. Returns take back **£897k**.",
        of(
            "{\"read\":541909,\"accepted\":541909,\"classes\":{\"sale\":{\"lines\":1,"
                + "\"amount\":\"10655622.48\",\"currency\":\"GBP\"},\"return\":{\"lines\":1,"
                + "\"amount\":\"-896812.49\",\"currency\":\"GBP\"}}}"));
  }

  @Test
  void aFileThatWasStoredBeforeSaysSo() {
    assertEquals(
        "Nothing new: all **3** lines were stored before.",
        of("{\"read\":3,\"duplicates\":3,\"accepted\":0}"));
  }

  @Test
  void rejectedLinesAreCounted() {
    String words = of("{\"read\":5,\"accepted\":3,\"rejected\":2}");
    assertEquals(
        "**3** lines are in; **2** could not be read and are listed below.", words.strip());
    assertFalse(words.contains("Sales"), words);
  }

  @Test
  void emptyColumnsAreLeftOutOfTheMapping() {
    assertEquals(
        Json.parse("{\"time\":{\"column\":\"when\",\"format\":\"yyyy\"},\"customer\":\"who\"}"),
        ColumnsForm.mapping("when ", "yyyy", Map.of("customer", " who", "order", " ")));
  }
}
