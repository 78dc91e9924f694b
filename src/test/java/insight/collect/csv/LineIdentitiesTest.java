package insight.collect.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineIdentitiesTest {
  private static String[] line(String... fields) {
    return fields;
  }

  private static List<UUID> file() {
    LineIdentities identities = new LineIdentities();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      ids.add(identities.next(line("order", String.valueOf(i % 60_000))));
    }
    assertEquals(40_000, identities.identical());
    return ids;
  }

  @Test
  void identicalLinesOfAFileAreDifferentEvents() {
    List<UUID> ids = file();
    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  @Test
  void theSameFileOnceMoreHoldsTheSameEvents() {
    assertEquals(file(), file());
  }

  @Test
  void fieldsAreHashedNotTheirSeparators() {
    LineIdentities identities = new LineIdentities();
    assertNotEquals(identities.next(line("ab", "c")), identities.next(line("a", "bc")));
    assertEquals(0, identities.identical());
  }
}
