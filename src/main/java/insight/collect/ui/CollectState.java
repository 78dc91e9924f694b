package insight.collect.ui;

import insight.collect.Imports;
import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How the stage Collect is: reading, its newest import ended badly, or fine. */
@ApplicationScoped
public class CollectState implements StageState {
  private static final int LOOKED_AT = 20;

  @Inject Jobs jobs;

  @Override
  public Stage stage() {
    return Stage.COLLECT;
  }

  @Override
  public Sign sign() {
    List<Job> newest = jobs.newest(Optional.of(Imports.JOB), LOOKED_AT);
    int open = (int) newest.stream().filter(job -> job.state().open()).count();
    if (open > 0) {
      return new Sign(Sign.State.RUNNING, open);
    }
    return newest.stream().findFirst().map(job -> ended(job.state())).orElse(Sign.NO_DATA);
  }

  private static Sign ended(Job.State state) {
    return switch (state) {
      case FAILED, INTERRUPTED -> new Sign(Sign.State.ATTENTION, 1);
      case QUEUED, RUNNING, SUCCEEDED, CANCELLED -> Sign.ALL_FINE;
    };
  }
}
