package insight.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.learn.measure.Predictions;
import insight.train.LearningTask.GroupFigures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectedGroupsTest {
  private static final int PEOPLE = 40;

  /** Of each group every other one left; in AT all are rated high, in DE those who left. */
  private static List<GroupFigures> figures() {
    double[] probabilities = new double[2 * PEOPLE + 1];
    boolean[] left = new boolean[probabilities.length];
    Map<Long, String> countries = new HashMap<>();
    for (int i = 0; i < 2 * PEOPLE; i++) {
      left[i] = i % 2 == 0;
      probabilities[i] = i < PEOPLE ? .9 : left[i] ? .8 : .2;
      countries.put((long) i, i < PEOPLE ? "AT" : "DE");
    }
    countries.put(2L * PEOPLE, "MT");
    return ProtectedGroups.of(
        ProtectedGroups.fields().getFirst(), countries, Predictions.of(probabilities, left));
  }

  @Test
  void countriesAreProtected() {
    assertEquals(List.of("country"), ProtectedGroups.fields().stream().map(f -> f.id()).toList());
  }

  @Test
  void aGroupIsCountedAsWrittenDown() {
    assertEquals(new GroupFigures("country", "DE", PEOPLE, .5, 1, 0, .5, .5), rounded(1));
    assertEquals(new GroupFigures("country", "AT", PEOPLE, 1, 1, 1, .9, .5), rounded(0));
  }

  private static GroupFigures rounded(int place) {
    GroupFigures g = figures().get(place);
    return new GroupFigures(
        g.field(),
        g.group(),
        g.n(),
        g.selected(),
        g.truePositiveRate(),
        g.falsePositiveRate(),
        Math.round(g.expected() * 1e9) / 1e9,
        g.observed());
  }

  @Test
  void aGroupOfOneIsLeftOut() {
    assertEquals(List.of("AT", "DE"), figures().stream().map(GroupFigures::group).toList());
  }
}
