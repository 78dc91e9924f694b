package insight.runtime;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes a handler's reports into the job's row, at most once a second. */
final class RowJobRun implements JobRun {
  private static final Logger LOG = Logger.getLogger(RowJobRun.class.getName());
  private static final long BETWEEN_WRITES_MILLIS = 1000;

  private final JobQueue queue;
  private final Signals signals;
  private final Clock clock;
  private final JobQueue.Claim claim;
  private final JsonObject parameters;
  private @Nullable String counts;
  private @Nullable String stage;
  private long lastDone;
  private @Nullable Long lastTotal;
  private long lastWrite;

  RowJobRun(JobQueue queue, Signals signals, Clock clock, JobQueue.Claim claim) {
    this.queue = queue;
    this.signals = signals;
    this.clock = clock;
    this.claim = claim;
    this.parameters = Json.parse(claim.parameters());
  }

  @Override
  public long id() {
    return claim.id();
  }

  @Override
  public JsonObject parameters() {
    return parameters;
  }

  @Override
  public String requestedBy() {
    return claim.requestedBy();
  }

  @Override
  public int attempt() {
    return claim.attempt();
  }

  @Override
  public void stage(String textKey) {
    stage = textKey;
    write();
  }

  @Override
  public void progress(long done, long total) {
    lastDone = done;
    lastTotal = total < 0 ? null : total;
    if (clock.millis() - lastWrite >= BETWEEN_WRITES_MILLIS) {
      write();
    }
  }

  @Override
  public void counts(Map<String, ?> now) {
    counts = Json.of(now).toString();
  }

  @Nullable String lastCounts() {
    return counts;
  }

  private void write() {
    lastWrite = clock.millis();
    boolean stop = report();
    signals.tell(new JobChanged(claim.id(), claim.kind(), Job.State.RUNNING));
    if (stop) {
      throw new Cancelled();
    }
  }

  /** Progress that cannot be written now is written later; the work itself goes on. */
  private boolean report() {
    try {
      return queue.report(claim.id(), lastDone, lastTotal, stage, counts);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Progress of job {0} is not written: {1}", new Object[] {id(), e});
      return false;
    }
  }
}
