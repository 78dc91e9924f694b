package insight.learn.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.Stopped;
import insight.learn.UnreadableModel;
import insight.learn.measure.BinaryMeasure;
import insight.learn.measure.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of model keeps, also one that is added later. */
class TrainersTest {
  private static final Table TRAIN = Invented.rows(900, 1);
  private static final Table VALIDATION = Invented.rows(300, 2);
  private static final Table TEST = Invented.rows(2_000, 3);

  static List<String> kinds() {
    return Trainers.all().stream().map(TabularTrainer::name).toList();
  }

  private static Fitted fit(String kind, long seed) {
    return Trainers.named(kind).fit(TRAIN, VALIDATION, Map.of(), seed, Progress.NONE);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itFindsWhatIsThere(String kind) {
    double[] p = fit(kind, 7).classifier().probabilities(TEST);
    double auc = BinaryMeasure.ROC_AUC.of(Predictions.of(p, TEST.happened(), TEST.groups()));
    assertTrue(auc > .75, kind + " has an AUC of " + auc);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameSeedGivesTheSameBytes(String kind) {
    assertArrayEquals(
        fit(kind, 7).classifier().toBytes(), fit(kind, 7).classifier().toBytes(), kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aReadModelSaysTheSame(String kind) {
    Classifier model = fit(kind, 7).classifier();
    Classifier read = TabularModels.read(model.toBytes());
    assertEquals(model.format(), read.format());
    assertEquals(model.columns(), read.columns());
    assertArrayEquals(model.probabilities(TEST), read.probabilities(TEST), 1e-12, kind);
    assertArrayEquals(model.contributions(TEST, 5), read.contributions(TEST, 5), 1e-12, kind);
    assertArrayEquals(model.toBytes(), read.toBytes(), kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aDamagedFileIsRefused(String kind) {
    byte[] file = fit(kind, 7).classifier().toBytes();
    file[file.length / 2] ^= 1;
    assertThrows(UnreadableModel.class, () -> TabularModels.read(file), kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aHighXSpeaksForAYes(String kind) {
    Classifier model = fit(kind, 7).classifier();
    float[] values = {1.9f, 50, 2, .5f, -1.9f, 50, 0, .5f};
    Table two = Table.of(Invented.COLUMNS, values, new double[2]);
    assertTrue(model.contributions(two, 0)[0] > 0, kind);
    assertTrue(model.contributions(two, 1)[0] < 0, kind);
    assertTrue(model.probabilities(two)[0] > model.probabilities(two)[1], kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itStopsWhenTold(String kind) {
    Progress stop =
        share -> {
          if (share > .1) {
            throw new Stopped();
          }
        };
    TabularTrainer trainer = Trainers.named(kind);
    assertThrows(Stopped.class, () -> trainer.fit(TRAIN, VALIDATION, Map.of(), 1, stop), kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itLearnsWithoutValidationRows(String kind) {
    Fitted fitted = Trainers.named(kind).fit(TRAIN, Invented.none(), Map.of(), 1, Progress.NONE);
    assertEquals(TRAIN.rows(), fitted.classifier().probabilities(TRAIN).length);
    assertEquals(kind, fitted.provenance().algorithm());
    assertEquals(TRAIN.columns().names(), fitted.provenance().features());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void rowsOfOneAnswerAreRefused(String kind) {
    Table same = Table.of(Invented.COLUMNS, new float[400], new double[100]);
    TabularTrainer trainer = Trainers.named(kind);
    assertThrows(
        Refused.class, () -> trainer.fit(same, Invented.none(), Map.of(), 1, Progress.NONE));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSettingOutOfRangeOrUnknownIsRefused(String kind) {
    TabularTrainer trainer = Trainers.named(kind);
    String first = trainer.parameters().getFirst().name();
    assertThrows(Refused.class, () -> trainer.complete(Map.of(first, 1e9)));
    assertThrows(Refused.class, () -> trainer.complete(Map.of(first, Double.NaN)));
    assertThrows(Refused.class, () -> trainer.complete(Map.of("nonsense", 1.0)));
  }
}
