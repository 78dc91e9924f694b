package insight.prepare.quality;

import insight.prepare.quality.SourceQuality.Accepted;
import insight.prepare.quality.SourceQuality.FieldQuality;
import insight.prepare.quality.SourceQuality.Point;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what the checks found; keeps gates and what people accepted. */
@ApplicationScoped
class QualityRows {
  /** Days that are judged. */
  static final int DAYS = 28;

  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private record Sums(
      String dimension,
      String field,
      long checked,
      long failed,
      long days,
      long daysOff,
      long allChecked,
      long allFailed) {
    /** A field that never came is not part of what the source delivers. */
    boolean delivered() {
      return !dimension.equals("completeness") || allFailed < allChecked;
    }

    Finding finding() {
      return new Finding(Dimension.of(dimension), field);
    }

    FieldQuality record(Optional<Accepted> accepted) {
      boolean byDay = finding().dimension().byDay();
      return new FieldQuality(
          finding(), byDay ? days : checked, byDay ? daysOff : failed, accepted);
    }
  }

  private record AcceptedRow(String finding, String note, String acceptedBy, Instant acceptedAt) {}

  private record DayRow(
      String field,
      LocalDate day,
      long checked,
      long failed,
      @Nullable Double low,
      @Nullable Double high) {}

  record Look(Instant lookedAt, @Nullable LocalDate newest) {}

  Optional<Look> look(int sourceId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select looked_at, (select max(day) from pr_quality q
                      where q.source_id = l.source_id and dimension = 'uniqueness') as newest
                    from pr_quality_look l where source_id = :source""")
                .bind("source", sourceId)
                .mapTo(Look.class)
                .findOne());
  }

  /**
   * All findings over the newest four weeks; deliveries by the day they came, the rest by event.
   */
  List<FieldQuality> fields(int sourceId) {
    Map<String, Accepted> accepted = accepted(sourceId);
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        with newest as (
                          select max(day) as day from pr_quality
                          where source_id = :source and dimension = 'uniqueness'),
                        q as (
                          select q.*, day > case when dimension = 'freshness' or field = 'line'
                              then max(day) over (partition by dimension, field)
                              else (select day from newest) end - :days as recent
                          from pr_quality q where source_id = :source)
                        select dimension, field,
                          coalesce(sum(checked) filter (where recent), 0)::bigint as checked,
                          coalesce(sum(failed) filter (where recent), 0)::bigint as failed,
                          count(*) filter (where recent) as days,
                          count(*) filter (where recent and failed > 0) as days_off,
                          sum(checked)::bigint as all_checked, sum(failed)::bigint as all_failed
                        from q group by dimension, field order by dimension, field""")
                    .bind("source", sourceId)
                    .bind("days", DAYS)
                    .mapTo(Sums.class)
                    .list())
        .stream()
        .filter(Sums::delivered)
        .map(s -> s.record(Optional.ofNullable(accepted.get(s.finding().word()))))
        .filter(f -> f.checked() > 0)
        .toList();
  }

  /** A dimension day by day, without what never came and what is accepted. */
  List<Point> course(int sourceId, Dimension dimension, List<FieldQuality> fields) {
    List<String> counted =
        fields.stream()
            .filter(f -> f.finding().dimension() == dimension && f.accepted().isEmpty())
            .map(f -> f.finding().field())
            .toList();
    List<DayRow> rows =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select '' as field, day, sum(checked)::bigint as checked,
                          sum(failed)::bigint as failed, max(low) as low, max(high) as high
                        from pr_quality where source_id = :source and dimension = :dimension
                          and field = any(:fields) group by day order by day""")
                    .bind("source", sourceId)
                    .bind("dimension", dimension.word())
                    .bindArray("fields", String.class, counted)
                    .mapTo(DayRow.class)
                    .list());
    List<Point> points = new ArrayList<>();
    for (DayRow row : rows) {
      points.add(
          new Point(
              row.day(),
              row.checked(),
              row.failed(),
              row.low() == null ? Double.NaN : row.low(),
              row.high() == null ? Double.NaN : row.high()));
    }
    return points;
  }

  Map<String, Accepted> accepted(int sourceId) {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select finding, note, accepted_by, accepted_at from pr_accepted
                        where source_id = :source""")
                    .bind("source", sourceId)
                    .mapTo(AcceptedRow.class)
                    .list())
        .stream()
        .collect(
            Collectors.toMap(
                AcceptedRow::finding, a -> new Accepted(a.note(), a.acceptedBy(), a.acceptedAt())));
  }

  void accept(int sourceId, String finding, String note, String by) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into pr_accepted (source_id, finding, note, accepted_by, accepted_at)
                    values (:source, :finding, :note, :by, :now)
                    on conflict (source_id, finding) do update set note = excluded.note,
                      accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at""")
                .bind("source", sourceId)
                .bind("finding", finding)
                .bind("note", note)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute());
  }

  void withdraw(int sourceId, String finding) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "delete from pr_accepted where source_id = :source and finding = :finding")
                .bind("source", sourceId)
                .bind("finding", finding)
                .execute());
  }

  private record Gate(String dimension, double least) {}

  Map<Dimension, Double> gates(int sourceId) {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select dimension, least from pr_quality_gate where source_id = :source""")
                    .bind("source", sourceId)
                    .mapTo(Gate.class)
                    .list())
        .stream()
        .collect(Collectors.toMap(g -> Dimension.of(g.dimension()), Gate::least));
  }

  /** Sets a gate, or (empty) takes it away. */
  void gate(int sourceId, Dimension dimension, Optional<Double> least, String by) {
    jdbi.useHandle(
        h -> {
          h.createUpdate(
                  """
                  delete from pr_quality_gate
                  where source_id = :source and dimension = :dimension""")
              .bind("source", sourceId)
              .bind("dimension", dimension.word())
              .execute();
          least.ifPresent(
              share ->
                  h.createUpdate(
                          """
                          insert into pr_quality_gate
                            (source_id, dimension, least, set_by, set_at)
                          values (:source, :dimension, :least, :by, :now)""")
                      .bind("source", sourceId)
                      .bind("dimension", dimension.word())
                      .bind("least", share)
                      .bind("by", by)
                      .bind("now", clock.instant())
                      .execute());
        });
  }
}
