package insight.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  @Test
  void itsMapHoldsEveryComponent() {
    var provenance =
        new Provenance(
            "k-means", "Tribuo", "4.3.2", "25", Map.of("k", "4"), 7, 10, List.of("a"), 3);
    assertEquals(
        Map.of(
            "algorithm",
            "k-means",
            "library",
            "Tribuo",
            "libraryVersion",
            "4.3.2",
            "javaVersion",
            "25",
            "parameters",
            Map.of("k", "4"),
            "seed",
            7L,
            "rows",
            10L,
            "features",
            List.of("a"),
            "trainingMillis",
            3L),
        provenance.asMap());
    assertEquals(Provenance.class.getRecordComponents().length, provenance.asMap().size());
  }
}
