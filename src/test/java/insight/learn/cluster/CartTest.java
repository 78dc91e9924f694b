package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.Progress;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CartTest {
  private static final List<String> NAMES = List.of("orders", "days", "noise");
  private static final int ROWS = 2_000;

  private static FeatureMatrix matrix() {
    Random chance = new Random(7);
    double[] values = new double[ROWS * 3];
    for (int row = 0; row < ROWS; row++) {
      values[row * 3] = chance.nextInt(1, 21);
      values[row * 3 + 1] = chance.nextInt(0, 365);
      values[row * 3 + 2] = chance.nextDouble();
    }
    return FeatureMatrix.of(NAMES, values);
  }

  /** 10 for many orders, 4 for few but recent ones, 0 else. */
  private static double[] outcome(FeatureMatrix matrix) {
    double[] outcome = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      boolean many = matrix.value(row, 0) > 12;
      outcome[row] = many ? 10 : matrix.value(row, 1) <= 90 ? 4 : 0;
    }
    return outcome;
  }

  private static RuleTree tree() {
    FeatureMatrix matrix = matrix();
    return new Cart(6, .02).train(matrix, outcome(matrix), "spend", Progress.NONE).model();
  }

  @Test
  void theRulesBehindTheOutcomeAreFoundAndNothingElse() {
    RuleTree tree = tree();
    assertEquals(3, tree.k());
    assertEquals(
        List.of(new Condition("orders", false, 12), new Condition("days", true, 90)),
        tree.explain(3, 200, .5).stream()
            .map(c -> c.feature().equals("days") ? new Condition("days", c.above(), 90) : c)
            .toList());
    assertEquals(List.of(new Condition("orders", true, 12)), tree.explain(13, 200, .5));
    double days = tree.explain(3, 20, .5).getLast().threshold();
    assertEquals(90, days, 3, "a threshold among quantiles");
    FeatureMatrix matrix = matrix();
    assertTrue(tree.explained(matrix, outcome(matrix)) > .97);
  }

  @Test
  void everyRowMeetsTheRuleOfItsLeaf() {
    RuleTree tree = tree();
    FeatureMatrix matrix = matrix();
    int[] leaves = tree.assign(matrix);
    for (int row = 0; row < ROWS; row++) {
      for (Condition condition : tree.rule(leaves[row])) {
        double value = matrix.value(row, NAMES.indexOf(condition.feature()));
        assertEquals(condition.above(), value > condition.threshold());
      }
    }
  }

  @Test
  void itComesBackAndIsStable() {
    RuleTree tree = tree();
    FeatureMatrix matrix = matrix();
    assertEquals(tree, RuleTree.fromBytes(tree.toBytes()));
    assertArrayEquals(tree.toBytes(), tree().toBytes());
    assertTrue(
        new Cart(6, .02).stability(matrix, outcome(matrix), tree, 3, 1, Progress.NONE).enough());
  }

  @Test
  void anOutcomeThatNothingTellsApartIsRefused() {
    assertThrows(
        Refused.class,
        () -> new Cart(4, .1).train(matrix(), new double[ROWS], "nothing", Progress.NONE));
  }

  @Property(tries = 200)
  void aRoundThresholdLiesInItsGap(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
      @ForAll @DoubleRange(min = .01, max = 1e6) double gap) {
    double between = Bins.roundest(low, low + gap);
    assertTrue(low <= between && between < low + gap);
    assertEquals(2, Bins.roundest(2, 3));
    assertEquals(100, Bins.roundest(97, 103));
  }
}
