package insight.prepare.cleaning;

import insight.prepare.cleaning.CleaningResult.Sample;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code pr_rule_result}. */
@ApplicationScoped
class ResultRows {
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private record Row(
      long importId,
      int ruleId,
      int sourceId,
      String field,
      String body,
      boolean blocking,
      boolean active,
      int version,
      String note,
      String changedBy,
      Instant changedAt,
      long checked,
      long failed,
      long changed,
      String samples,
      String basis,
      Instant at) {
    CleaningResult record() {
      CleaningRule rule =
          new CleaningRule(
              ruleId,
              sourceId,
              Target.of(field),
              RuleJson.read(Json.parse(body)),
              blocking,
              active,
              version,
              note,
              changedBy,
              changedAt);
      return new CleaningResult(
          importId,
          rule,
          checked,
          failed,
          changed,
          read(Json.parseArray(samples)),
          Basis.of(Json.parse(basis)),
          at);
    }
  }

  private static final String SELECT =
      """
      select x.import_id, x.rule_id, x.source_id, r.field, v.body::text as body, v.blocking,
        v.active, x.version, v.note, v.changed_by, v.changed_at, x.checked, x.failed, x.changed,
        x.samples::text as samples, x.basis::text as basis, x.at
      from pr_rule_result x
        join pr_rule r on r.id = x.rule_id
        join pr_rule_version v on v.rule_id = x.rule_id and v.version = x.version
      """;

  /** Adds counts, and samples while there is room for them. */
  void add(long importId, List<Cleaner.RuleFound> found) {
    jdbi.useHandle(
        h -> {
          PreparedBatch batch =
              h.prepareBatch(
                  """
                  insert into pr_rule_result as x (import_id, rule_id, version, source_id, checked,
                    failed, changed, samples, basis, at)
                  values (:import, :rule, :version, :source, :checked, :failed, :changed,
                    cast(:samples as jsonb), cast(:basis as jsonb), :now)
                  on conflict (import_id, rule_id, version) do update set
                    checked = x.checked + excluded.checked,
                    failed = x.failed + excluded.failed,
                    changed = x.changed + excluded.changed,
                    samples = case when jsonb_array_length(x.samples) >= :room then x.samples
                      else x.samples || excluded.samples end,
                    at = excluded.at""");
          for (Cleaner.RuleFound one : found) {
            batch
                .bind("import", importId)
                .bind("rule", one.rule().id())
                .bind("version", one.rule().version())
                .bind("source", one.rule().sourceId())
                .bind("checked", one.checked())
                .bind("failed", one.failed())
                .bind("changed", one.changed())
                .bind("samples", samples(one.samples()).toString())
                .bind("basis", one.basis().json().toString())
                .bind("room", Cleaner.SAMPLES)
                .bind("now", clock.instant())
                .add();
          }
          batch.execute();
        });
  }

  private static JsonArray samples(List<Cleaner.Sample> samples) {
    JsonArrayBuilder array = Json.array();
    samples.forEach(
        s ->
            array.add(
                Json.object()
                    .add("line", s.line())
                    .add("from", s.from().replace("\0", "␀"))
                    .add("to", s.to().replace("\0", "␀"))));
    return array.build();
  }

  private static List<Sample> read(JsonArray array) {
    return array.getValuesAs(JsonObject.class).stream()
        .limit(Cleaner.SAMPLES)
        .map(
            s ->
                new Sample(
                    s.getJsonNumber("line").longValueExact(),
                    s.getString("from"),
                    s.getString("to")))
        .toList();
  }

  /** What a rule was judged by when the import began. */
  Optional<Basis> basis(long importId, int ruleId, int version) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select basis::text from pr_rule_result
                    where import_id = :import and rule_id = :rule and version = :version""")
                .bind("import", importId)
                .bind("rule", ruleId)
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(text -> Basis.of(Json.parse(text))));
  }

  List<CleaningResult> of(long importId) {
    return list("where x.import_id = :id order by x.rule_id, x.version", importId);
  }

  /** The newest results of a source's rules, the newest import first. */
  List<CleaningResult> newest(int sourceId, int imports) {
    return list(
        """
        where x.source_id = :id and x.import_id in (select distinct import_id from pr_rule_result
          where source_id = :id order by import_id desc limit %d)
        order by x.import_id desc, x.rule_id, x.version desc"""
            .formatted(imports),
        sourceId);
  }

  private List<CleaningResult> list(String where, long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(SELECT + where).bind("id", id).mapTo(Row.class).stream()
                .map(Row::record)
                .toList());
  }

  List<CleaningResults.Applied> applied() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select distinct r.rule_id as rule, r.version from pr_rule_result r
                    where exists (select from co_import i
                      where i.job_id = r.import_id and i.reversed_at is null)
                    order by 1, 2""")
                .mapTo(CleaningResults.Applied.class)
                .list());
  }
}
