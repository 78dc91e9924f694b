package insight.train;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How a model version goes to people and back. Two people release it: one asks, another approves;
 * nobody approves their own request. Each step is one transaction that holds the task's lock, so of
 * two people who act at once one wins and the other is told what the state is now. Every step is
 * kept with who, when and why, and goes on the audit trail.
 */
@UseCase
public class Releases {
  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Models models;
  @Inject Audit audit;
  @Inject Event<ModelPromoted> promoted;

  /**
   * Asks that a candidate go live.
   *
   * @param override why it may although lines of its gate failed; empty: they must not have
   * @throws Refused conflict: not a candidate; unprocessable: the gate is closed, one reason a
   *     line; forbidden: the role may not ask, or may not waive fairness
   */
  public Model request(long id, Optional<String> reason, Optional<String> override, Caller by) {
    mayRelease(by);
    Optional<String> why = Reasons.text(override, "/override");
    Model model = locked(id);
    need(model, Model.State.CANDIDATE);
    List<GateRow> failed = model.gate().stream().filter(GateRow::failed).toList();
    if (!failed.isEmpty()) {
      checkOverride(failed, why, by);
    }
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update tr_model set state = 'requested', requested_by = :by,
                      request_reason = :reason, override_reason = :override where id = :id""")
                .bind("by", by.name())
                .bind("reason", Reasons.text(reason, "/reason").orElse(null))
                .bind("override", failed.isEmpty() ? null : why.orElse(null))
                .bind("id", id)
                .execute());
    step(
        model,
        Model.State.REQUESTED,
        by,
        Reasons.text(reason, "/reason").or(() -> why).orElse(null));
    if (!failed.isEmpty()) {
      auditOverride(model, failed, why.orElse(""), by);
    }
    return models.required(id);
  }

  /** Which lines were waived and why, whatever other reason the request has. */
  private void auditOverride(Model model, List<GateRow> failed, String why, Caller by) {
    List<String> lines = failed.stream().map(GateRow::key).toList();
    Map<String, Object> detail = Map.of("override", why, "failed", String.join(", ", lines));
    audit.record(by.name(), Audit.Action.CHANGE, "model-" + model.id(), null, detail);
  }

  private static void checkOverride(List<GateRow> failed, Optional<String> why, Caller by) {
    if (why.isEmpty()) {
      throw new Refused(
          Refused.Kind.UNPROCESSABLE,
          failed.stream()
              .map(
                  row ->
                      new Refused.Reason(
                          "/override",
                          "train.release.closed",
                          List.of(new Texts.Word(row.key()), row.measured(), row.limit())))
              .toList());
    }
    if (failed.stream().anyMatch(GateRow::fairness) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("train.release.fairness");
    }
  }

  /**
   * Lets a requested version go live; the one before retires.
   *
   * @throws Refused forbidden: it is the caller's own request; conflict: nobody asked, or another
   *     was faster
   */
  public Model approve(long id, Optional<String> reason, Caller by) {
    mayRelease(by);
    Model model = locked(id);
    need(model, Model.State.REQUESTED);
    if (model.requestedBy().filter(by.name()::equals).isPresent()) {
      throw Refused.forbidden("train.release.own");
    }
    step(model, Model.State.APPROVED, by, Reasons.text(reason, "/reason").orElse(null));
    jdbi.useHandle(
        h -> h.execute("update tr_model set approved_by = ? where id = ?", by.name(), id));
    goLive(model, by, null);
    return models.required(id);
  }

  /** Sends a requested version back among the candidates; the reason is for whoever asked. */
  public Model reject(long id, String reason, Caller by) {
    mayRelease(by);
    String why = Reasons.required(reason);
    Model model = locked(id);
    need(model, Model.State.REQUESTED);
    jdbi.useHandle(
        h ->
            h.execute(
                """
                update tr_model set state = 'candidate', requested_by = null,
                  request_reason = null, override_reason = null where id = ?""",
                id));
    step(model, Model.State.CANDIDATE, by, why);
    return models.required(id);
  }

  /**
   * Puts the version back that was live before. It is not asked for again: it passed once, and it
   * must be quick.
   *
   * @param id the version that is live now
   * @throws Refused conflict: it is not live, or nothing was live before it
   */
  public Model rollBack(long id, String reason, Caller by) {
    mayRelease(by);
    String why = Reasons.required(reason);
    Model model = locked(id);
    need(model, Model.State.LIVE);
    long before =
        jdbi.withHandle(h -> Steps.before(h, model.task(), id))
            .orElseThrow(() -> Refused.conflict("train.release.nothingBefore"));
    goLive(models.required(before), by, why);
    return models.required(before);
  }

  /** Takes a version out of the way for good; the live one is rolled back or replaced instead. */
  public Model retire(long id, String reason, Caller by) {
    mayRelease(by);
    String why = Reasons.required(reason);
    Model model = locked(id);
    if (model.state() != Model.State.CANDIDATE && model.state() != Model.State.REQUESTED) {
      throw wrongState(model);
    }
    set(model, Model.State.RETIRED);
    step(model, Model.State.RETIRED, by, why);
    return models.required(id);
  }

  /** Every step of a task's versions, the newest first. */
  public List<ModelStep> steps(String task) {
    return jdbi.withHandle(h -> Steps.of(h, task));
  }

  /** The version that a rollback of this one would put back. */
  public Optional<Model> before(Model live) {
    return jdbi.withHandle(h -> Steps.before(h, live.task(), live.id())).flatMap(models::find);
  }

  private void goLive(Model model, Caller by, @Nullable String reason) {
    Instant now = clock.instant();
    jdbi.useHandle(
        h -> {
          retireLive(h, model.task(), now, by.name(), reason);
          h.createUpdate(
                  """
                  update tr_model set state = 'live', live_from = :now, live_to = null
                  where id = :id""")
              .bind("now", now)
              .bind("id", model.id())
              .execute();
        });
    step(model, Model.State.LIVE, by, reason);
    promoted.fire(new ModelPromoted(model.task(), model.id()));
  }

  /** Retires what is live. */
  static void retireLive(
      Handle h, String task, Instant now, String actor, @Nullable String reason) {
    h.createQuery(
            """
            update tr_model set state = 'retired', live_to = :now
            where task = :task and state = 'live' returning id""")
        .bind("now", now)
        .bind("task", task)
        .mapTo(Long.class)
        .findOne()
        .ifPresent(id -> Steps.add(h, id, task, Model.State.RETIRED, now, actor, reason));
  }

  private void step(Model model, Model.State state, Caller by, @Nullable String reason) {
    jdbi.useHandle(
        h -> Steps.add(h, model.id(), model.task(), state, clock.instant(), by.name(), reason));
    Map<String, Object> detail = new HashMap<>();
    detail.put("task", model.task());
    detail.put("version", model.number());
    detail.put("state", state.word());
    if (reason != null) {
      detail.put("reason", reason);
    }
    audit.record(by.name(), Audit.Action.CHANGE, "model-" + model.id(), null, detail);
  }

  private void set(Model model, Model.State state) {
    jdbi.useHandle(
        h -> h.execute("update tr_model set state = ? where id = ?", state.word(), model.id()));
  }

  /** The version as it is once everybody else's step of its task is done. */
  private Model locked(long id) {
    Model model = models.required(id);
    jdbi.useHandle(h -> Models.oneAtATime(h, model.task()));
    return models.required(id);
  }

  private static void need(Model model, Model.State state) {
    if (model.state() != state) {
      throw wrongState(model);
    }
  }

  private static Refused wrongState(Model model) {
    return Refused.conflict(
        "train.release.state." + model.state().word(), String.valueOf(model.number()));
  }

  private static void mayRelease(Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("train.release.role");
    }
  }
}
