package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.train.Model;
import insight.train.Models;
import insight.train.Releases;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people release a model; one click takes it back; what was live is known afterwards. */
@ExtendWith(ArquillianExtension.class)
class ReleaseIT {
  private static final Caller OLIVE = new Caller("olive", Set.of(Role.OPERATIONS));
  private static final Caller OTTO = new Caller("otto", Set.of(Role.OPERATIONS));
  private static final Caller ADA = new Caller("ada", Set.of(Role.ADMIN));
  private static final Caller MAX = new Caller("max", Set.of(Role.MANAGER));
  private static final AtomicLong NUMBERS = new AtomicLong(8_000_000);
  private static final Optional<String> NONE = Optional.empty();

  @Inject Models models;
  @Inject Releases releases;
  @Inject Audit audit;
  @Inject Jdbi jdbi;

  @Deployment
  static WebArchive war() {
    return Deployed.with(ReleaseIT.class, Deployed.class);
  }

  private static String task() {
    return "release-" + NUMBERS.incrementAndGet();
  }

  private static String line(String rule, String outcome) {
    return """
        [{"rule":"%s","key":"train.gate.%s","outcome":"%s","measured":"0.5","limit":"0.8","n":90}]"""
        .formatted(rule, rule.equals("selection") ? "selection.ratio" : "baseline.said", outcome);
  }

  /** A candidate of a task, as registering leaves it. */
  private long candidate(String task, String gate) {
    long run = NUMBERS.incrementAndGet();
    return jdbi.withHandle(
        h -> {
          h.execute(
              """
              insert into tr_run (id, task, trainer, seed, requested_by, created_at)
              values (?, ?, 'popularity', 1, 'olive', now())""",
              run,
              task);
          return h.createQuery(
                  """
                  insert into tr_model (task, trainer, number, state, run_id, verdict, gate,
                    created_at)
                  select :task, 'popularity', coalesce(max(number), 0) + 1, 'candidate', :run,
                    '[]', cast(:gate as jsonb), now() from tr_model where task = :task
                  returning id""")
              .bind("task", task)
              .bind("run", run)
              .bind("gate", gate)
              .mapTo(Long.class)
              .one();
        });
  }

  private long sound(String task) {
    return candidate(task, line("baseline", "passed"));
  }

  private long released(String task) {
    long id = sound(task);
    releases.request(id, NONE, NONE, OLIVE);
    releases.approve(id, NONE, OTTO);
    return id;
  }

  private static Refused.Kind refused(Callable<Model> step) {
    return assertThrows(Refused.class, step::call).kind();
  }

  @Test
  void nobodyApprovesTheirOwnRequest() {
    String task = task();
    long id = sound(task);
    assertEquals(Refused.Kind.CONFLICT, refused(() -> releases.approve(id, NONE, OTTO)));
    assertEquals(Refused.Kind.FORBIDDEN, refused(() -> releases.request(id, NONE, NONE, MAX)));
    releases.request(id, NONE, NONE, OLIVE);
    Caller again = new Caller("olive", Set.of(Role.ADMIN));
    assertEquals(Refused.Kind.FORBIDDEN, refused(() -> releases.approve(id, NONE, again)));
    assertEquals(Refused.Kind.FORBIDDEN, refused(() -> releases.approve(id, NONE, MAX)));
    Model live = releases.approve(id, Optional.of("looks right"), OTTO);
    assertEquals(Model.State.LIVE, live.state());
    assertEquals(Optional.of("olive"), live.requestedBy());
    assertEquals(Optional.of("otto"), live.approvedBy());
    assertEquals(id, models.live(task).orElseThrow().id());
  }

  @Test
  void ofTwoApprovalsAtOnceOneWins() throws Exception {
    String task = task();
    long id = sound(task);
    releases.request(id, NONE, NONE, OLIVE);
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<String>> both =
          List.of(OTTO, ADA).stream()
              .map(by -> two.submit(() -> outcome(start, () -> releases.approve(id, NONE, by))))
              .toList();
      start.countDown();
      List<String> came = List.of(both.get(0).get(), both.get(1).get());
      assertTrue(came.contains("LIVE") && came.contains("CONFLICT"), came::toString);
    }
    assertEquals(
        1, releases.steps(task).stream().filter(step -> step.state() == Model.State.LIVE).count());
  }

  private static String outcome(CountDownLatch start, Callable<Model> step) throws Exception {
    start.await();
    try {
      return step.call().state().name();
    } catch (Refused refused) {
      return refused.kind().name();
    }
  }

  @Test
  void aClosedGateOpensForAReasonOnlyAndFairnessForAnAdministratorOnly() {
    String task = task();
    long weak = candidate(task, line("baseline", "failed"));
    assertEquals(
        Refused.Kind.UNPROCESSABLE, refused(() -> releases.request(weak, NONE, NONE, OLIVE)));
    Optional<String> why = Optional.of("the shop moved");
    releases.request(weak, Optional.of("please look"), why, OLIVE);
    assertEquals(why, models.required(weak).overrideReason());
    assertTrue(
        audit.newest(20).stream()
            .anyMatch(
                e -> e.subject().equals("model-" + weak) && e.detail().contains("the shop moved")),
        "the override is on the trail");
    long unfair = candidate(task, line("selection", "failed"));
    assertEquals(Refused.Kind.FORBIDDEN, refused(() -> releases.request(unfair, NONE, why, OLIVE)));
    assertEquals(Model.State.REQUESTED, releases.request(unfair, NONE, why, ADA).state());
    assertEquals(Model.State.LIVE, releases.approve(unfair, NONE, OLIVE).state());
  }

  @Test
  void whoAskedReadsWhyNotAndTheRequestIsGone() {
    String task = task();
    long id = candidate(task, line("baseline", "failed"));
    releases.request(id, NONE, Optional.of("no other"), OLIVE);
    assertEquals(Refused.Kind.INVALID, refused(() -> releases.reject(id, " ", OTTO)));
    Model back = releases.reject(id, "the sample is old", OTTO);
    assertEquals(Model.State.CANDIDATE, back.state());
    assertEquals(Optional.empty(), back.requestedBy());
    assertEquals(Optional.empty(), back.overrideReason());
    assertEquals(Optional.of("the sample is old"), releases.steps(task).getFirst().reason());
    assertEquals(Model.State.RETIRED, releases.retire(id, "useless", OTTO).state());
    assertEquals(Refused.Kind.CONFLICT, refused(() -> releases.request(id, NONE, NONE, OLIVE)));
  }

  @Test
  void oneStepTakesARollOutBackAndEachDayIsKnown() throws Exception {
    String task = task();
    Instant before = Instant.now();
    long first = released(task);
    assertEquals(
        Refused.Kind.CONFLICT, refused(() -> releases.rollBack(first, "bad", OTTO)), "no other");
    Instant one = moment();
    long second = released(task);
    Instant two = moment();
    assertEquals(Model.State.RETIRED, models.required(first).state());
    assertEquals(first, releases.rollBack(second, "clicks fell", OTTO).id());
    assertEquals(first, models.live(task).orElseThrow().id());
    assertEquals(Model.State.RETIRED, models.required(second).state());
    Instant three = moment();
    assertTrue(models.liveAt(task, before).isEmpty());
    assertEquals(first, models.liveAt(task, one).orElseThrow().id());
    assertEquals(second, models.liveAt(task, two).orElseThrow().id());
    assertEquals(first, models.liveAt(task, three).orElseThrow().id());
    assertEquals(Optional.of("clicks fell"), releases.steps(task).getFirst().reason());
    assertTrue(audit.firstBroken().isEmpty());
  }

  private static Instant moment() throws InterruptedException {
    Thread.sleep(5);
    Instant now = Instant.now();
    Thread.sleep(5);
    return now;
  }
}
