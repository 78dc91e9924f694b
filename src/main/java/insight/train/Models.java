package insight.train;

import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Incidents;
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
  @Inject Incidents incidents;
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
      Optional<Instant> liveTo,
      String gate,
      Optional<String> requestedBy,
      Optional<String> overrideReason,
      Optional<String> approvedBy) {
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
          liveTo,
          GateJson.rows(gate),
          requestedBy,
          overrideReason,
          approvedBy);
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
    return jdbi.withHandle(h -> Steps.liveAt(h, task, instant)).flatMap(this::find);
  }

  /** The live version with its recipe and file, as a challenger meets it. */
  Optional<Champion> champion(String task) {
    return live(task)
        .map(
            model ->
                new Champion(
                    model.number(),
                    model.trainer(),
                    jdbi.withHandle(
                        h ->
                            RunJson.parameters(
                                h.createQuery("select parameters from tr_run where id = :id")
                                    .bind("id", model.runId())
                                    .mapTo(String.class)
                                    .one())),
                    soundFile(model.id())));
  }

  private Optional<ModelFile> soundFile(long modelId) {
    try {
      return Optional.of(file(modelId));
    } catch (IllegalStateException damaged) {
      incidents.report("The live model " + modelId + " cannot be compared with", damaged);
      return Optional.empty();
    }
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
  Model register(
      LearningTask task,
      long runId,
      String trainer,
      LearningTask.Trained trained,
      Optional<Champion> champion,
      boolean refresh) {
    jdbi.useHandle(h -> oneAtATime(h, task.name()));
    List<GateRow> gate = Gate.rows(trained, champion.map(Champion::number), refresh);
    Promotion promotion =
        Promotion.of(
            task.livesWhenDone(), live(task.name()).isPresent(), trained.verdict().beatsBaseline());
    Instant now = clock.instant();
    Fresh fresh = new Fresh(task.name(), runId, trainer, trained.verdict(), gate, promotion, now);
    long id = jdbi.withHandle(h -> write(h, fresh, trained));
    if (promotion.live()) {
      promoted.fire(new ModelPromoted(task.name(), id));
    }
    return required(id);
  }

  /** What a new version's row says. */
  private record Fresh(
      String task,
      long runId,
      String trainer,
      LearningTask.Verdict verdict,
      List<GateRow> gate,
      Promotion promotion,
      Instant now) {
    List<Sentence> words() {
      return List.of(new Sentence(verdict.key(), verdict.arguments()), promotion.sentence());
    }
  }

  private static long write(Handle h, Fresh fresh, LearningTask.Trained trained) {
    String portal = Caller.PORTAL.name();
    if (fresh.promotion().live()) {
      Releases.retireLive(h, fresh.task(), fresh.now(), portal, null);
    }
    long id = insert(h, fresh);
    insertFile(h, id, trained);
    Steps.add(h, id, fresh.task(), Model.State.CANDIDATE, fresh.now(), portal, null);
    if (fresh.promotion().live()) {
      Steps.add(h, id, fresh.task(), Model.State.LIVE, fresh.now(), portal, null);
    }
    return id;
  }

  /** One registration of a task at a time, so that numbers have no doubles. */
  static void oneAtATime(Handle h, String task) {
    h.createQuery("select 1 from pg_advisory_xact_lock(hashtext('tr_model ' || :task))")
        .bind("task", task)
        .mapTo(Integer.class)
        .one();
  }

  private static long insert(Handle h, Fresh fresh) {
    Model.State state = fresh.promotion().live() ? Model.State.LIVE : Model.State.CANDIDATE;
    return h.createQuery(
            """
            insert into tr_model (task, trainer, number, state, run_id, verdict, gate, created_at,
              live_from)
            select :task, :trainer, coalesce(max(number), 0) + 1, :state, :run, :verdict,
              cast(:gate as jsonb), :now,
              case when :state = 'live' then cast(:now as timestamptz) end
            from tr_model where task = :task
            returning id""")
        .bind("task", fresh.task())
        .bind("trainer", fresh.trainer())
        .bind("state", state.word())
        .bind("run", fresh.runId())
        .bind("verdict", Json.value(fresh.words().stream().map(Sentence::json).toList()).toString())
        .bind("gate", GateJson.json(fresh.gate()).toString())
        .bind("now", fresh.now())
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
