package insight.launch.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void writesCompactlyAndClosesWhatIsOpen() {
    Json json = new Json().object().put("a", "x\"y\n").money("b", 1205).array("c").object();
    assertEquals("{\"a\":\"x\\\"y\\u000a\",\"b\":12.05,\"c\":[{}]}", json.toString());
  }

  @Test
  void readsWhatAPortalAnswers() {
    Object read =
        JsonReader.read(
            " {\"items\": [ {\"id\":7,\"n\":null}, true ], \"p\":-1.5e3, \"t\":\"\\u00e9\\n\"} ");
    Map<String, Object> wanted =
        Map.of(
            "items",
            List.of(Map.of("id", BigDecimal.valueOf(7)), true),
            "p",
            new BigDecimal("-1.5e3"),
            "t",
            "é\n");
    assertEquals(wanted, read);
  }

  @Test
  void refusesWhatIsNoJson() {
    String deep = "[".repeat(5_000);
    for (String bad : List.of("", "{", "[1", "{\"a\" 1}", "x", "1 2", "\"\\u00", deep)) {
      assertThrows(IllegalArgumentException.class, () -> JsonReader.read(bad), bad);
    }
  }

  @Property(tries = 200)
  void anyTextIsReadAsItWasWritten(@ForAll String text) {
    assertEquals(Map.of("t", text), JsonReader.read(new Json().object().put("t", text).toString()));
  }
}
