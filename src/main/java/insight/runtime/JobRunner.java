package insight.runtime;

import insight.kernel.Refused;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Runs queued jobs of this node: looks at the queue when one is put in and every second, claims,
 * runs, writes down how it ended. Computing is bounded; waiting is cheap.
 */
@ApplicationScoped
public class JobRunner implements Chore {
  private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

  /** Jobs of each pool at the same time on one node. */
  private static final Map<JobHandler.Pool, Integer> AT_ONCE =
      Map.of(JobHandler.Pool.COMPUTING, 1, JobHandler.Pool.WAITING, 4);

  /** So many that long waits for computing do not hide what could start. */
  private static final int LOOKED_AT = 500;

  @Resource(lookup = "java:app/concurrent/waiting")
  ManagedExecutorService waiting;

  @Resource(lookup = "java:app/concurrent/computing")
  ManagedExecutorService computing;

  @Inject JobQueue queue;
  @Inject @Any Instance<JobHandler> handlers;
  @Inject Storage storage;
  @Inject Signals signals;
  @Inject Incidents incidents;
  @Inject Clock clock;
  @Inject NodeName node;

  private final Map<Long, JobHandler.Pool> running = new ConcurrentHashMap<>();

  private volatile boolean started;

  /** What this node ran when it stopped is interrupted, and offered again. */
  private void afterStart() {
    List<Long> interrupted = queue.interrupt(node.name());
    if (!interrupted.isEmpty()) {
      LOG.info("Interrupted by the last stop, offered again: jobs " + interrupted);
    }
  }

  public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged event) {
    signals.tell(event);
    if (event.state() == Job.State.QUEUED) {
      waiting.submit(this::look);
    }
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  /** Looks for work, beats for what runs, and notices silent nodes. */
  @Override
  public void run() {
    try {
      if (!started) {
        afterStart();
        started = true;
      }
      if (!running.isEmpty()) {
        queue.beat(node.name());
      }
      queue.interrupt(null);
      look();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "The job queue cannot be read; trying again in 2 s: {0}", e.toString());
    }
  }

  /** While the storage is full no job begins; those waiting begin when there is room. */
  private synchronized void look() {
    if (storage.full()) {
      return;
    }
    Map<String, JobHandler> byKind =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    for (JobQueue.Waiting job : queue.waiting(LOOKED_AT)) {
      JobHandler handler = byKind.get(job.kind());
      if (handler != null && free(handler.pool())) {
        queue.claim(job, node.name()).ifPresent(claim -> start(handler, claim));
      }
    }
  }

  private boolean free(JobHandler.Pool pool) {
    long busy = running.values().stream().filter(pool::equals).count();
    return busy < java.util.Objects.requireNonNull(AT_ONCE.get(pool));
  }

  private void start(JobHandler handler, JobQueue.Claim claim) {
    running.put(claim.id(), handler.pool());
    ManagedExecutorService pool = handler.pool() == JobHandler.Pool.COMPUTING ? computing : waiting;
    try {
      pool.execute(() -> work(handler, claim));
    } catch (RejectedExecutionException full) {
      running.remove(claim.id());
      queue.finish(claim.id(), Job.State.INTERRUPTED, null, null);
    }
  }

  private void work(JobHandler handler, JobQueue.Claim claim) {
    RowJobRun run = new RowJobRun(queue, signals, clock, claim);
    Job.State end = Job.State.FAILED;
    Refused.Reason reason = null;
    try {
      handler.run(run);
      end = Job.State.SUCCEEDED;
    } catch (JobRun.Cancelled cancelled) {
      end = Job.State.CANCELLED;
    } catch (Refused refused) {
      reason = refused.reasons().getFirst();
    } catch (Throwable failure) {
      reason = incidents.reason("Job " + claim.id() + " (" + claim.kind() + ") failed", failure);
    } finally {
      finish(claim, end, reason, run);
    }
  }

  /** The end must be written, even when the database is away for a while. */
  private void finish(
      JobQueue.Claim claim,
      Job.State end,
      Refused.@org.jspecify.annotations.Nullable Reason reason,
      RowJobRun run) {
    for (int attempt = 0; ; attempt++) {
      try {
        queue.finish(claim.id(), end, reason, run.lastCounts());
        break;
      } catch (RuntimeException e) {
        if (attempt == 60) {
          LOG.log(Level.SEVERE, "Cannot write the end of job " + claim.id(), e);
          break;
        }
        pause();
      }
    }
    running.remove(claim.id());
    waiting.execute(this::run);
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The jobs that run here now. */
  Set<Long> running() {
    return Set.copyOf(running.keySet());
  }
}
