package insight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {
  private final LearningTask task = new TaskFake("rank-products", false);

  @Test
  void withoutTrainerTheRecommendedOneTrainsWithItsPresets() {
    TrainingPlan plan = TrainingPlan.of(task, command(Optional.empty(), Map.of()));
    assertEquals("item-knn", plan.trainer());
    assertEquals(Map.of("neighbours", 50.0, "shrink", 2.5), plan.parameters());
  }

  @Test
  void whatIsAskedReplacesThePreset() {
    TrainingPlan plan = TrainingPlan.of(task, command(Optional.empty(), Map.of("shrink", 0.0)));
    assertEquals(Map.of("neighbours", 50.0, "shrink", 0.0), plan.parameters());
  }

  @Test
  void anUnknownTrainerIsRefusedWithTheNearestName() {
    Refused refused = refused(command(Optional.of("item-kn"), Map.of()));
    assertEquals(
        "There is no trainer «item-kn». Did you mean item-knn? There are: item-knn, popularity.",
        refused.byPointer(Locale.ENGLISH).get("/trainer"));
  }

  @Test
  void anUnknownParameterIsRefusedWithTheNearestName() {
    Refused refused = refused(command(Optional.empty(), Map.of("neighbors", 20.0)));
    assertEquals(
        "There is no parameter «neighbors». Did you mean neighbours?",
        refused.byPointer(Locale.ENGLISH).get("/parameters/neighbors"));
  }

  @Test
  void aTrainerWithoutParametersTakesNone() {
    Refused refused = refused(command(Optional.of("popularity"), Map.of("shrink", 1.0)));
    assertEquals(
        "«shrink» cannot be set: popularity has no parameters.",
        refused.byPointer(Locale.ENGLISH).get("/parameters/shrink"));
  }

  @Test
  void everyParameterOutOfItsRangeIsNamed() {
    Refused refused =
        refused(command(Optional.empty(), Map.of("neighbours", 4.0, "shrink", 1000.5)));
    assertEquals(Refused.Kind.INVALID, refused.kind());
    assertEquals(
        Map.of(
            "/parameters/neighbours", "neighbours takes a whole number from 5 to 1000, not 4.",
            "/parameters/shrink", "shrink takes a number from 0 to 1000, not 1000.5."),
        refused.byPointer(Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5.5, Double.NaN, Double.POSITIVE_INFINITY, -5})
  void aWholeNumberMustBeOne(double asked) {
    assertEquals(
        List.of("train.parameter.whole"),
        refused(command(Optional.empty(), Map.of("neighbours", asked))).reasons().stream()
            .map(Refused.Reason::key)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 1000})
  void bothEndsOfARangeBelongToIt(double asked) {
    TrainingPlan plan =
        TrainingPlan.of(task, command(Optional.empty(), Map.of("neighbours", asked)));
    assertEquals(asked, plan.parameters().get("neighbours"));
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    Instant noon = Instant.parse("2011-06-01T12:00:00Z");
    StartTraining command =
        new StartTraining(
            "rank-products",
            Optional.empty(),
            Map.of(),
            Optional.of(noon),
            Optional.of(noon),
            1,
            "ann");
    assertEquals("/period/to", refused(command).reasons().getFirst().pointer());
  }

  private Refused refused(StartTraining command) {
    return assertThrows(Refused.class, () -> TrainingPlan.of(task, command));
  }

  private static StartTraining command(Optional<String> trainer, Map<String, Double> parameters) {
    return new StartTraining(
        "rank-products", trainer, parameters, Optional.empty(), Optional.empty(), 1, "ann");
  }
}
