package insight.train;

import insight.kernel.Refused;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Model versions: which there are, which is live, and their files. */
@UseCase
public class Models {
  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Event<ModelPromoted> promoted;

  private record Row(
      long id,
      String task,
      String trainer,
      int number,
      String state,
      long runId,
      String verdict,
      Instant createdAt,
      Optional<Instant> liveFrom,
      Optional<Instant> liveTo) {
    Model model() {
      return new Model(
          id,
          task,
          trainer,
          number,
          Model.State.valueOf(state.toUpperCase(Locale.ROOT)),
          runId,
          Json.parseArray(verdict).stream().map(Sentence::of).toList(),
          createdAt,
          liveFrom,
          liveTo);
    }
  }

  /** All versions of a task, newest first. */
  public List<Model> list(String task) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from tr_model where task = :task order by number desc")
                .bind("task", task)
                .mapTo(Row.class)
                .map(Row::model)
                .list());
  }

  /** All versions of all tasks, newest first. */
  public List<Model> list() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from tr_model order by id desc")
                .mapTo(Row.class)
                .map(Row::model)
                .list());
  }

  /** The version that serves the task now. */
  public Optional<Model> live(String task) {
    return one("task = :value and state = 'live'", task);
  }

  /** The version that served the task at an instant. */
  public Optional<Model> liveAt(String task, Instant instant) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select * from tr_model where task = :task and live_from <= :at
                      and (live_to is null or live_to > :at)
                    order by live_from desc limit 1""")
                .bind("task", task)
                .bind("at", instant)
                .mapTo(Row.class)
                .map(Row::model)
                .findOne());
  }

  public Optional<Model> find(long id) {
    return one("id = :value", id);
  }

  public Model required(long id) {
    return find(id).orElseThrow(() -> Refused.notFound("train.model.unknown", String.valueOf(id)));
  }

  /** The version a run made. */
  public Optional<Model> ofRun(long runId) {
    return one("run_id = :value", runId);
  }

  private Optional<Model> one(String condition, Object value) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from tr_model where " + condition)
                .bind("value", value)
                .mapTo(Row.class)
                .map(Row::model)
                .findOne());
  }

  /**
   * A model's file, checked against its SHA-256.
   *
   * @throws IllegalStateException when it was damaged
   */
  public ModelFile file(long modelId) {
    ModelFile file =
        jdbi.withHandle(
                h ->
                    h.createQuery(
                            """
                            select model_id, format, sha256, content from tr_model_file
                            where model_id = :id""")
                        .bind("id", modelId)
                        .mapTo(ModelFile.class)
                        .findOne())
            .orElseThrow(() -> Refused.notFound("train.model.unknown", String.valueOf(modelId)));
    String found = Hashes.sha256(file.content());
    if (!found.equals(file.sha256())) {
      throw new IllegalStateException(
          "the file of model %d is damaged: SHA-256 is %s, kept was %s; train again"
              .formatted(modelId, found, file.sha256()));
    }
    return file;
  }

  /** Registers the next version of the task; it retires the live one when it goes live itself. */
  Model register(LearningTask task, long runId, String trainer, LearningTask.Trained trained) {
    jdbi.useHandle(h -> oneAtATime(h, task.name()));
    Promotion promotion =
        Promotion.of(
            task.livesWhenDone(), live(task.name()).isPresent(), trained.verdict().beatsBaseline());
    Instant now = clock.instant();
    long id =
        jdbi.withHandle(
            h -> {
              if (promotion.live()) {
                retire(h, task.name(), now);
              }
              long fresh =
                  insert(h, task.name(), runId, trainer, trained.verdict(), promotion, now);
              insertFile(h, fresh, trained);
              return fresh;
            });
    if (promotion.live()) {
      promoted.fire(new ModelPromoted(task.name(), id));
    }
    return required(id);
  }

  /** One registration of a task at a time, so that numbers have no doubles. */
  private static void oneAtATime(Handle h, String task) {
    h.createQuery("select 1 from pg_advisory_xact_lock(hashtext('tr_model ' || :task))")
        .bind("task", task)
        .mapTo(Integer.class)
        .one();
  }

  private static void retire(Handle h, String task, Instant now) {
    h.createUpdate(
            """
            update tr_model set state = 'retired', live_to = :now
            where task = :task and state = 'live'""")
        .bind("now", now)
        .bind("task", task)
        .execute();
  }

  private static long insert(
      Handle h,
      String task,
      long runId,
      String trainer,
      LearningTask.Verdict verdict,
      Promotion promotion,
      Instant now) {
    List<Sentence> words =
        List.of(new Sentence(verdict.key(), verdict.arguments()), promotion.sentence());
    return h.createQuery(
            """
            insert into tr_model (task, trainer, number, state, run_id, verdict, created_at,
              live_from)
            select :task, :trainer, coalesce(max(number), 0) + 1, :state, :run, :verdict, :now,
              case when :state = 'live' then cast(:now as timestamptz) end
            from tr_model where task = :task
            returning id""")
        .bind("task", task)
        .bind("trainer", trainer)
        .bind("state", (promotion.live() ? Model.State.LIVE : Model.State.CANDIDATE).word())
        .bind("run", runId)
        .bind("verdict", Json.value(words.stream().map(Sentence::json).toList()).toString())
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  private static void insertFile(Handle h, long id, LearningTask.Trained trained) {
    h.createUpdate(
            """
            insert into tr_model_file (model_id, format, sha256, content)
            values (:id, :format, :sha256, :content)""")
        .bind("id", id)
        .bind("format", trained.format())
        .bind("sha256", Hashes.sha256(trained.model()))
        .bind("content", trained.model())
        .execute();
  }
}
