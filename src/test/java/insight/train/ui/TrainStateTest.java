package insight.train.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import insight.runtime.Job;
import insight.shell.Sign;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrainStateTest {
  @Test
  void withoutRunsThereIsNothingToSay() {
    assertEquals(Sign.NO_DATA, TrainState.sign(List.of()));
  }

  @Test
  void runsOnTheirWayAreCounted() {
    assertEquals(
        new Sign(Sign.State.RUNNING, 2),
        TrainState.sign(
            List.of(job(Job.State.QUEUED), job(Job.State.RUNNING), job(Job.State.FAILED))));
  }

  @Test
  void aFailureAsksForAttentionUntilALaterRunEndsWell() {
    Job failed = job(Job.State.FAILED);
    assertEquals(new Sign(Sign.State.ATTENTION, 1), TrainState.sign(List.of(failed)));
    assertEquals(Sign.ALL_FINE, TrainState.sign(List.of(job(Job.State.SUCCEEDED), failed)));
  }

  private static Job job(Job.State state) {
    return new Job(
        1,
        "train",
        "rank-products",
        state,
        JsonValue.EMPTY_JSON_OBJECT,
        JsonValue.EMPTY_JSON_OBJECT,
        Optional.empty(),
        0,
        OptionalLong.empty(),
        Optional.empty(),
        "ann",
        false,
        Instant.EPOCH,
        null,
        null);
  }
}
