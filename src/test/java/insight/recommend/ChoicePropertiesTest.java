package insight.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.recommend.Choice.Pick;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every list. */
class ChoicePropertiesTest {
  @Property(tries = 200)
  void aListIsNeverLongerThanAskedHasNoDoublesAndFallsInScore(
      @ForAll @IntRange(min = 1, max = 100) int limit,
      @ForAll boolean newOnly,
      @ForAll @Size(max = 4) Set<@IntRange(max = 5) Integer> bought,
      @ForAll @Size(max = 3) Set<@IntRange(max = 5) Integer> declined) {
    List<String> catalogue = List.of("TEA", "POT", "MUG", "POSTER", "LAMP", "NEW-THING");
    Profile profile =
        new Profile(
            bought.stream().map(catalogue::get).toList(),
            Set.copyOf(declined.stream().map(catalogue::get).toList()),
            true);
    Choice choice =
        Choice.of(ChoiceTest.NEIGHBOURS, profile, Wish.of(limit), newOnly, ChoiceTest.SELLERS);
    List<String> codes = choice.picks().stream().map(Pick::product).toList();
    assertTrue(codes.size() <= limit);
    assertEquals(codes.size(), new HashSet<>(codes).size());
    assertTrue(codes.stream().noneMatch(profile.declined()::contains));
    assertTrue(!newOnly || codes.stream().noneMatch(profile.bought()::contains));
    double last = Double.MAX_VALUE;
    for (Pick pick : choice.picks()) {
      assertTrue(pick.score() <= last);
      last = pick.score();
    }
  }
}
