package insight.train.ui;

import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import insight.train.TrainingRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How the stage Train is: running, its newest run ended badly, or fine. */
@ApplicationScoped
public class TrainState implements StageState {
  private static final int LOOKED_AT = 20;

  @Inject Jobs jobs;

  @Override
  public Stage stage() {
    return Stage.TRAIN;
  }

  @Override
  public Sign sign() {
    return sign(jobs.newest(Optional.of(TrainingRuns.JOB), LOOKED_AT));
  }

  /** Newest first. */
  static Sign sign(List<Job> newest) {
    int open = (int) newest.stream().filter(job -> job.state().open()).count();
    if (open > 0) {
      return new Sign(Sign.State.RUNNING, open);
    }
    return newest.stream()
        .findFirst()
        .map(
            job ->
                switch (job.state()) {
                  case FAILED, INTERRUPTED -> new Sign(Sign.State.ATTENTION, 1);
                  case QUEUED, RUNNING, SUCCEEDED, CANCELLED -> Sign.ALL_FINE;
                })
        .orElse(Sign.NO_DATA);
  }
}
