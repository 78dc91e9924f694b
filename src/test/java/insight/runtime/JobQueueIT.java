package insight.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.it.Deployed;
import insight.kernel.Refused;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The queue on the real database. The kind of these jobs has no handler, so nobody else runs them.
 */
@ExtendWith(ArquillianExtension.class)
class JobQueueIT {
  @Inject Jobs jobs;
  @Inject JobQueue queue;
  @Inject Users users;
  @Inject Tokens tokens;

  @Deployment
  static WebArchive war() {
    return Deployed.with(JobQueueIT.class, Deployed.class);
  }

  private JobQueue.Waiting queued() {
    long id = jobs.enqueue("nobody-runs-this", "test", JsonValue.EMPTY_JSON_OBJECT, "olive");
    return queue.waiting(1000).stream().filter(j -> j.id() == id).findFirst().orElseThrow();
  }

  @Test
  void ofManyNodesOneGetsTheJob() throws Exception {
    JobQueue.Waiting job = queued();
    try (var nodes = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> claims =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(n -> () -> queue.claim(job, "node-" + n).isPresent())
              .toList();
      long won = nodes.invokeAll(claims).stream().filter(f -> f.resultNow()).count();
      assertEquals(1, won);
    }
    assertEquals(Job.State.RUNNING, jobs.required(job.id()).state());
    queue.finish(job.id(), Job.State.SUCCEEDED, null, "{\"n\":3}");
    Job done = jobs.required(job.id());
    assertEquals(Job.State.SUCCEEDED, done.state());
    assertEquals(3, done.counts().getInt("n"));
  }

  @Test
  void aJobOfARestartedNodeIsInterruptedAndCanBeResumed() {
    JobQueue.Waiting job = queued();
    assertTrue(queue.claim(job, "node-that-dies").isPresent());
    assertTrue(queue.interrupt("node-that-dies").contains(job.id()));
    assertEquals(Job.State.INTERRUPTED, jobs.required(job.id()).state());
    assertEquals(Job.State.QUEUED, jobs.resume(job.id()).state());
    jobs.cancel(job.id());
  }

  @Test
  void aWaitingJobIsCancelledAtOnceARunningOneWhenItLooks() {
    JobQueue.Waiting waiting = queued();
    assertEquals(Job.State.CANCELLED, jobs.cancel(waiting.id()).state());
    assertTrue(queue.claim(waiting, "late").isEmpty());
    JobQueue.Waiting running = queued();
    assertTrue(queue.claim(running, "n").isPresent());
    assertFalse(queue.report(running.id(), 1, 10L, null, null));
    jobs.cancel(running.id());
    assertTrue(queue.report(running.id(), 2, 10L, null, null));
    queue.finish(running.id(), Job.State.CANCELLED, null, null);
    assertEquals(OptionalLong.of(10), jobs.required(running.id()).total());
    assertThrows(Refused.class, () -> jobs.cancel(running.id()));
  }

  @Test
  void aFailureKeepsItsReasonInWords() {
    JobQueue.Waiting job = queued();
    assertTrue(queue.claim(job, "n").isPresent());
    Refused.Reason reason = new Refused.Reason("", "runtime.failed", List.of("INC-TEST-01"));
    queue.finish(job.id(), Job.State.FAILED, reason, null);
    assertTrue(
        jobs.required(job.id())
            .reason()
            .orElseThrow()
            .in(java.util.Locale.ENGLISH)
            .contains("INC-TEST-01"));
  }

  @Test
  void wrongPasswordsCostGrowingTime() {
    users.create("slow-sam", "lantern-3-river", Set.of(Role.OPERATIONS), false);
    for (int i = 0; i < Users.FREE_FAILURES; i++) {
      assertEquals(new Users.Login.Wrong(), users.login("slow-sam", "no"));
    }
    Users.Login third = users.login("slow-sam", "lantern-3-river");
    assertTrue(third instanceof Users.Login.Wait, "right password while waiting: " + third);
    assertTrue(((Users.Login.Wait) third).left().compareTo(Duration.ofSeconds(3)) < 0);
    assertEquals(new Users.Login.Wrong(), users.login("nobody-at-all", "no"));
  }

  @Test
  void aTokenOfALockedOutPersonStopsWorking() {
    users.create("token-tom", "lantern-4-river", Set.of(Role.OPERATIONS), false);
    String secret = tokens.create("token-tom", "t", Set.of(Scope.READ), Optional.empty());
    assertTrue(tokens.check(secret).isPresent());
    users.disable("token-tom", true, "admin");
    assertTrue(tokens.check(secret).isEmpty());
    assertTrue(tokens.check(secret + "x").isEmpty());
  }
}
