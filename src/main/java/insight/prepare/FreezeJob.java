package insight.prepare;

import insight.kernel.Refused;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.JobHandler;
import insight.runtime.JobRun;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.UseCase;
import insight.runtime.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Freezes a snapshot on request, not for a training run: to look at the features as they are. */
@ApplicationScoped
public class FreezeJob implements JobHandler {
  /** The kind of its jobs. */
  public static final String KIND = "freeze";

  /** What a job goes through, as text keys, in order. */
  public static final List<String> STEPS =
      List.of(
          "prepare.step.lines",
          "prepare.step.orders",
          "prepare.step.visits",
          "prepare.step.events",
          "prepare.step.order",
          "prepare.step.product",
          "prepare.step.return",
          "prepare.step.visit",
          "prepare.step.cart",
          "prepare.step.event",
          "prepare.step.join",
          "prepare.step.figures");

  @Inject Snapshots snapshots;
  @Inject Grants grants;
  @Inject Users users;

  /** Puts the asking into the queue. */
  @UseCase
  public static class Asking {
    @Inject Jobs jobs;
    @Inject Snapshots snapshots;

    /**
     * Asks for a snapshot of customer features; its id is the job's id.
     *
     * @throws Refused (unprocessable) when there is nothing in the period
     */
    public long freeze(Optional<Instant> to, String requestedBy) {
      snapshots.requireAnything(request(to));
      JsonObjectBuilder parameters = Json.object();
      to.ifPresent(at -> parameters.add("to", at.toString()));
      return jobs.enqueue(
          KIND, Snapshot.Kind.CUSTOMER_FEATURES.word(), parameters.build(), requestedBy);
    }
  }

  private static Snapshots.Request request(Optional<Instant> to) {
    return new Snapshots.Request(Snapshot.Kind.CUSTOMER_FEATURES, Optional.empty(), to);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pool pool() {
    return Pool.COMPUTING;
  }

  @Override
  public void run(JobRun job) {
    JsonObject parameters = job.parameters();
    Optional<Instant> to =
        Optional.ofNullable(parameters.getString("to", null)).map(Instant::parse);
    AtomicInteger done = new AtomicInteger();
    Snapshot.Header header =
        snapshots.freeze(
            job.id(),
            request(to),
            grants.of(caller(job.requestedBy()), Purpose.PERSONALISATION),
            step -> {
              job.stage(step);
              job.progress(done.getAndIncrement(), STEPS.size());
            });
    job.counts(Map.of("rows", header.rows()));
    job.progress(STEPS.size(), STEPS.size());
  }

  /** The rights of whoever asked, as they are now. */
  private Caller caller(String name) {
    return users
        .find(name)
        .filter(user -> !user.disabled())
        .map(user -> new Caller(user.name(), user.roles()))
        .orElseThrow(() -> Refused.forbidden("prepare.freeze.nobody", name));
  }
}
