package insight.train;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The steps of model versions, as {@code tr_model_step} keeps them. */
final class Steps {
  private Steps() {}

  static void add(
      Handle h,
      long model,
      String task,
      Model.State state,
      Instant at,
      String actor,
      @Nullable String reason) {
    h.createUpdate(
            """
            insert into tr_model_step (model_id, task, state, at, actor, reason)
            values (:model, :task, :state, :at, :actor, :reason)""")
        .bind("model", model)
        .bind("task", task)
        .bind("state", state.word())
        .bind("at", at)
        .bind("actor", actor)
        .bind("reason", reason)
        .execute();
  }

  /** The steps of all versions of a task, the newest first. */
  static List<ModelStep> of(Handle h, String task) {
    return h.createQuery(
            """
            select id, model_id, task, upper(state) as state, at, actor, reason
            from tr_model_step where task = :task order by id desc""")
        .bind("task", task)
        .mapTo(ModelStep.class)
        .list();
  }

  /** The version that was live at an instant: the last to go live that had not retired again. */
  static Optional<Long> liveAt(Handle h, String task, Instant at) {
    return h.createQuery(
            """
            select s.model_id from tr_model_step s
            where s.task = :task and s.state = 'live' and s.at <= :at
              and not exists (select 1 from tr_model_step later
                where later.model_id = s.model_id and later.id > s.id
                  and later.state = 'retired' and later.at <= :at)
            order by s.id desc limit 1""")
        .bind("task", task)
        .bind("at", at)
        .mapTo(Long.class)
        .findOne();
  }

  /** The version that was live before this one, and is not now. */
  static Optional<Long> before(Handle h, String task, long live) {
    return h.createQuery(
            """
            select s.model_id from tr_model_step s
            where s.task = :task and s.state = 'live' and s.model_id <> :live
              and s.id < (select max(id) from tr_model_step
                where model_id = :live and state = 'live')
            order by s.id desc limit 1""")
        .bind("task", task)
        .bind("live", live)
        .mapTo(Long.class)
        .findOne();
  }
}
