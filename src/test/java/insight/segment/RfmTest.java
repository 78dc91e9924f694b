package insight.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.prepare.Snapshot.CustomerFeatures.Customer;
import insight.runtime.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RfmTest {
  @Test
  void hundredDifferentCustomersMakeFiveEqualFifths() {
    List<Double> cuts = RfmCuts.cuts(IntStream.range(0, 100).asDoubleStream().toArray());
    assertEquals(List.of(20.0, 40.0, 60.0, 80.0), cuts);
    assertEquals(1, RfmCuts.score(cuts, 19));
    assertEquals(2, RfmCuts.score(cuts, 20));
    assertEquals(5, RfmCuts.score(cuts, 99));
  }

  @Test
  void customersWithTheSameValueHaveTheSameScore() {
    double[] values = {1, 1, 1, 1, 1, 1, 1, 2, 2, 9};
    List<Double> cuts = RfmCuts.cuts(values);
    assertEquals(1, RfmCuts.score(cuts, 1));
    assertEquals(4, RfmCuts.score(cuts, 2));
    assertEquals(5, RfmCuts.score(cuts, 9));
  }

  /** The definition: 1 + the whole fifths of customers that lie below. */
  @Property
  void aScoreCountsTheFifthsBelow(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = -5, max = 30) Integer> values) {
    double[] all = values.stream().mapToDouble(Integer::doubleValue).toArray();
    List<Double> cuts = RfmCuts.cuts(all);
    for (double value : all) {
      long below = Arrays.stream(all).filter(v -> v < value).count();
      assertEquals(1 + (int) (5 * below / all.length), RfmCuts.score(cuts, value));
    }
  }

  @Test
  void fewDaysAreAGoodRecency() {
    List<Customer> customers =
        IntStream.range(0, 50).mapToObj(i -> Shops.customer(i, i, 50 - i, 50 - i, 1)).toList();
    RfmCuts cuts = RfmCuts.of(customers);
    assertEquals(new Rfm(5, 5, 5), cuts.of(customers.getFirst()));
    assertEquals(new Rfm(1, 1, 1), cuts.of(customers.getLast()));
  }

  @Test
  void cutsComeBackFromTheirStoredForm() {
    RfmCuts cuts = RfmCuts.of(Shops.invented(90, 1).customers());
    assertEquals(cuts, RfmCuts.of(Json.of(cuts.asMap())));
  }

  @Property
  void everyScoreHasAPlainGroup(
      @ForAll @IntRange(min = 1, max = 5) int r,
      @ForAll @IntRange(min = 1, max = 5) int f,
      @ForAll @IntRange(min = 1, max = 5) int m) {
    SegmentLabel label = new Rfm(r, f, m).label();
    assertTrue(label != SegmentLabel.HIGH_VALUE || r >= 4 && f + m >= 8);
    assertTrue(label != SegmentLabel.SILENT || r <= 2 && f + m < 5);
  }
}
