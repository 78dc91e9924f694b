package insight.runtime;

import insight.kernel.Refused;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The durable queue of long jobs: the worker side of it. Every method is a transaction of its own.
 */
@UseCase
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JobQueue {
  /** A running job whose node has been silent for so long is taken for interrupted. */
  static final Duration SILENCE = Duration.ofSeconds(45);

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Event<JobChanged> changed;

  /** A queued job that may be claimed. */
  record Waiting(long id, String kind, int version) {}

  /** What the row says to the worker that runs it. */
  record Claim(long id, String kind, String parameters, String requestedBy, int attempt) {}

  List<Waiting> waiting(int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select id, kind, version from rt_job where state = 'queued' order by id limit :n")
                .bind("n", limit)
                .mapTo(Waiting.class)
                .list());
  }

  /** Takes a waiting job for this node, unless another node was faster. */
  Optional<Claim> claim(Waiting job, String node) {
    Optional<Claim> claim = take(job, node);
    claim.ifPresent(c -> changed.fire(new JobChanged(c.id(), c.kind(), Job.State.RUNNING)));
    return claim;
  }

  private Optional<Claim> take(Waiting job, String node) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    update rt_job set state = 'running', node = :node, version = version + 1,
                      attempt = attempt + 1, started_at = coalesce(started_at, :now),
                      heartbeat_at = :now
                    where id = :id and version = :version and state = 'queued'
                    returning id, kind, parameters, requested_by, attempt - 1 as attempt""")
                .bind("node", node)
                .bind("now", clock.instant())
                .bind("id", job.id())
                .bind("version", job.version())
                .mapTo(Claim.class)
                .findOne());
  }

  /** Writes progress; tells whether the job was cancelled meanwhile. */
  boolean report(
      long id, long done, @Nullable Long total, @Nullable String stage, @Nullable String counts) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    update rt_job set done = :done, total = :total, stage = coalesce(:stage, stage),
                      counts = coalesce(cast(:counts as jsonb), counts), heartbeat_at = :now
                    where id = :id and state = 'running' returning cancel_requested""")
                .bind("done", done)
                .bind("total", total)
                .bind("stage", stage)
                .bind("counts", counts)
                .bind("now", clock.instant())
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
  }

  void beat(String node) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update rt_job set heartbeat_at = :now where node = :node and state = 'running'")
                .bind("now", clock.instant())
                .bind("node", node)
                .execute());
  }

  void finish(long id, Job.State state, Refused.@Nullable Reason reason, @Nullable String counts) {
    Optional<String> kind = end(id, state, reason, counts);
    kind.ifPresent(k -> changed.fire(new JobChanged(id, k, state)));
  }

  private Optional<String> end(
      long id, Job.State state, Refused.@Nullable Reason reason, @Nullable String counts) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    update rt_job set state = :state, reason = :reason, finished_at = :now,
                      counts = coalesce(cast(:counts as jsonb), counts), version = version + 1
                    where id = :id and state = 'running' returning kind""")
                .bindMap(Map.of("state", state.word(), "now", clock.instant(), "id", id))
                .bind("reason", reason == null ? null : JobRows.text(reason))
                .bind("counts", counts)
                .mapTo(String.class)
                .findOne());
  }

  /** Jobs whose process is gone: of this node (it has just started), or silent for too long. */
  List<Long> interrupt(@Nullable String restartedNode) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    update rt_job set state = 'interrupted', finished_at = :now, version = version + 1
                    where state = 'running' and (node = :node or heartbeat_at < :silent)
                    returning id""")
                .bind("now", clock.instant())
                .bind("node", restartedNode)
                .bind("silent", clock.instant().minus(SILENCE))
                .mapTo(Long.class)
                .list());
  }
}
