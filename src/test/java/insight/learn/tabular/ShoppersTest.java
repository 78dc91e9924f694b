package insight.learn.tabular;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import insight.learn.Interval;
import insight.learn.Progress;
import insight.learn.Validation;
import insight.learn.measure.BinaryMeasure;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Purchase intent on real sessions, by five parts: the bars of the plan. */
class ShoppersTest {
  private static Evaluated evaluate(Table table, String kind) {
    return new Evaluation(Trainers.named(kind), Map.of(), new Validation.KFold(5), 7)
        .of(table, Progress.NONE);
  }

  @Test
  void boostedTreesAndTheReferenceReachTheirBars() {
    assumeTrue(Shoppers.present());
    Table table = Shoppers.table();
    Evaluated trees = evaluate(table, "xgboost");
    Evaluated reference = evaluate(table, "logistic");
    Interval auc = trees.figure(BinaryMeasure.ROC_AUC);
    Interval base = reference.figure(BinaryMeasure.ROC_AUC);
    assertTrue(auc.value() >= .93, "XGBoost " + auc);
    assertTrue(base.value() >= .88, "logistic " + base);
    Interval advantage = trees.advantageOver(reference, BinaryMeasure.ROC_AUC, 7);
    assertTrue(advantage.isAboveZero(), "advantage " + advantage);
  }
}
