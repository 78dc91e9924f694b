package insight.collect;

import insight.runtime.JobHandler;
import insight.runtime.JobRun;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Undoes an import as a job; cancelled or killed on the way, it leaves all as it was. */
@ApplicationScoped
class ReversalJob implements JobHandler {
  static final String KIND = "reversal";

  /** Statements it takes, about; for the progress. */
  private static final int STEPS = 18;

  @Inject ImportRows rows;
  @Inject Reversal reversal;
  @Inject Transactions transactions;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pool pool() {
    return Pool.WAITING;
  }

  @Override
  public void run(JobRun run) {
    long id = run.parameters().getJsonNumber("import").longValueExact();
    run.stage("collect.reversal.stage");
    int[] step = {0};
    Reversal.Outcome outcome =
        transactions.inNew(
            () ->
                reversal.run(
                    rows.required(id),
                    run.id(),
                    run.requestedBy(),
                    () -> run.progress(Math.min(step[0]++, STEPS), STEPS)));
    run.counts(
        Map.of(
            "removed", outcome.events(),
            "kept", outcome.handedOver(),
            "customers", outcome.customers()));
  }
}
