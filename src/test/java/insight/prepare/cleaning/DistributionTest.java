package insight.prepare.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.prepare.cleaning.Distribution.Counted;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static Distribution of(List<Integer> numbers) {
    return Distribution.of(
        3,
        numbers.stream()
            .distinct()
            .map(n -> new Counted(n.toString(), numbers.stream().filter(n::equals).count()))
            .toList());
  }

  @Property(tries = 200)
  void quantilesAreThoseOfTheSortedNumbers(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -20, max = 20) Integer> numbers,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    List<Integer> sorted = numbers.stream().sorted().toList();
    int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
    assertEquals(sorted.get(rank - 1).doubleValue(), of(numbers).quantile(share).orElseThrow());
    assertEquals(
        numbers.stream().mapToInt(n -> n).average().orElseThrow(),
        of(numbers).mean().orElseThrow(),
        1e-9);
  }

  @Test
  void fencesNeedASpread() {
    List<Integer> same = java.util.Collections.nCopies(100, 5);
    Rule.Outlier outlier = new Rule.Outlier(Rule.Method.IQR, 3, Rule.Handling.QUARANTINE);
    assertEquals(Basis.NONE, Basis.of(outlier, of(same)), "where all are equal, none is far out");
    List<Integer> spread = java.util.stream.IntStream.rangeClosed(1, 100).boxed().toList();
    Basis basis = Basis.of(outlier, of(spread));
    assertEquals(25 - 3 * 50, basis.low().orElseThrow());
    assertEquals(75 + 3 * 50, basis.high().orElseThrow());
    assertEquals(basis, Basis.of(basis.json()));
  }

  @Property(tries = 300)
  void plainNumbersAreReadAsJavaReadsThem(@ForAll double number) {
    String text = Double.toString(number);
    double read = Figures.parse(text);
    if (Double.isFinite(number) && text.length() <= 40) {
      assertEquals(number, read, Math.ulp(number));
    }
  }

  @Test
  void whatIsNoNumberIsNone() {
    for (String text : List.of("", "-", ".", "abc", "1.2.3", "NaN", "Infinity", "1,5", "0x10")) {
      assertTrue(Double.isNaN(Figures.parse(text)), text);
    }
    assertEquals(-0.5, Figures.parse(" -.5 "));
    assertEquals(1000, Figures.parse("1e3"));
  }

  @Property(tries = 50)
  void theSetKnowsWhatWasAdded(@ForAll @Size(max = 2000) List<Long> hashes) {
    LongSet set = new LongSet();
    java.util.Set<Long> plain = new java.util.HashSet<>();
    for (long hash : hashes) {
      assertEquals(plain.add(hash == 0 ? 1 : hash), set.add(hash));
    }
    hashes.forEach(hash -> assertTrue(set.contains(hash)));
    assertFalse(set.contains(plain.contains(4242L) ? Long.MIN_VALUE + 7 : 4242L));
  }
}
