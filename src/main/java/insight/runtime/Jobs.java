package insight.runtime;

import insight.kernel.Refused;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The durable queue of long jobs: the page side of it. */
@UseCase
public class Jobs {
  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Event<JobChanged> changed;

  /** Puts a job into the queue; it starts once the caller's transaction has committed. */
  public long enqueue(String kind, String title, JsonObject parameters, String requestedBy) {
    return enqueue(kind, title, id -> parameters, requestedBy);
  }

  /** As above, with parameters that hold the job's own id. */
  public long enqueue(
      String kind, String title, Function<Long, JsonObject> parameters, String requestedBy) {
    long id =
        jdbi.withHandle(h -> h.createQuery("select nextval('rt_job_seq')").mapTo(Long.class).one());
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into rt_job (id, kind, title, state, parameters, requested_by, created_at)
                    values (:id, :kind, :title, 'queued', :parameters, :by, :now)""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("title", title)
                .bind("parameters", parameters.apply(id).toString())
                .bind("by", requestedBy)
                .bind("now", clock.instant())
                .execute());
    changed.fire(new JobChanged(id, kind, Job.State.QUEUED));
    return id;
  }

  public Optional<Job> find(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from rt_job where id = :id")
                .bind("id", id)
                .map(JobRows.INSTANCE)
                .findOne());
  }

  public Job required(long id) {
    return find(id).orElseThrow(() -> Refused.notFound("runtime.job.unknown", String.valueOf(id)));
  }

  /** The newest jobs, of one kind or (empty) of all. */
  public List<Job> newest(Optional<String> kind, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select * from rt_job
                    where cast(:kind as text) is null or kind = :kind
                    order by id desc limit :limit""")
                .bind("kind", kind.orElse(null))
                .bind("limit", limit)
                .map(JobRows.INSTANCE)
                .list());
  }

  /** How many jobs wait or run. */
  public long open() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from rt_job where state in ('queued','running')")
                .mapTo(Long.class)
                .one());
  }

  /**
   * Asks for a job to be stopped: a waiting one is cancelled at once, a running one when it next
   * looks (within seconds).
   */
  public Job cancel(long id) {
    Job job = required(id);
    if (!job.state().open()) {
      throw Refused.conflict("runtime.job.ended", String.valueOf(id), job.state().word());
    }
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update rt_job set cancel_requested = true, version = version + 1,
                      state = case when state = 'queued' then 'cancelled' else state end,
                      finished_at = case when state = 'queued' then cast(:now as timestamptz) end
                    where id = :id and state in ('queued','running')""")
                .bind("id", id)
                .bind("now", clock.instant())
                .execute());
    Job after = required(id);
    changed.fire(new JobChanged(id, after.kind(), after.state()));
    return after;
  }

  /** Puts an interrupted, failed or cancelled job into the queue again; it goes on where it was. */
  public Job resume(long id) {
    int rows =
        jdbi.withHandle(
            h ->
                h.createUpdate(
                        """
                        update rt_job set state = 'queued', cancel_requested = false, reason = null,
                          finished_at = null, node = null, version = version + 1
                        where id = :id and state in ('interrupted','failed','cancelled')""")
                    .bind("id", id)
                    .execute());
    Job job = required(id);
    if (rows == 0) {
      throw Refused.conflict("runtime.job.ended", String.valueOf(id), job.state().word());
    }
    changed.fire(new JobChanged(id, job.kind(), job.state()));
    return job;
  }
}
