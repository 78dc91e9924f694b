package insight.prepare.feature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the statements that make the rows of one snapshot: a few temporary tables, one a grain,
 * each from one pass over the events, and their join. Moments stand in the text, so that the
 * database plans for them.
 *
 * @param from nothing before it
 * @param granted the grant's condition on {@code coalesce(p.person, e.customer_key)}
 */
public record FeatureSql(Instant cutoff, Optional<Instant> from, String granted, String currency) {
  /** The person's column as the scans say it, for the grant. */
  public static final String PERSON = "coalesce(p.person, e.customer_key)";

  private static final Pattern MOMENT = Pattern.compile("(?<!:):(cutoff|day(\\d+))\\b");
  private static final List<Grain> SUMMED =
      Stream.of(Grain.values()).filter(g -> g != Grain.PERSON).toList();

  /** One statement and the text key of what it does. */
  public record Step(String key, String sql) {}

  /** The order lines; the main currency can be told from them. */
  public Step lines() {
    return step(GrainSql.LINES.key(), GrainSql.LINES.table(), GrainSql.LINES.sql());
  }

  /** What follows {@link #lines}: one temporary table a grain, in order. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (GrainSql.Stock stock : GrainSql.STOCKS.subList(1, GrainSql.STOCKS.size())) {
      steps.add(step(stock.key(), stock.table(), stock.sql()));
    }
    for (Grain grain : SUMMED) {
      String sums =
          Catalogue.of(grain).stream()
              .map(f -> "(" + f.definition() + ")::" + f.measure().column() + " as " + f.column())
              .collect(Collectors.joining(",\n  "));
      String sql =
          "select person,\n  %s\nfrom (\n%s) r\ngroup by person"
              .formatted(sums, GrainSql.rows(grain));
      steps.add(step("prepare.step." + grain.word(), grain.table(), sql));
    }
    return List.copyOf(steps);
  }

  private Step step(String key, String table, String select) {
    return new Step(
        key, "create temporary table %s on commit drop as\n%s".formatted(table, filled(select)));
  }

  /** Tables that an earlier snapshot of the same transaction may have left. */
  public static String drop() {
    return Stream.concat(
            GrainSql.STOCKS.stream().map(GrainSql.Stock::table), SUMMED.stream().map(Grain::table))
        .collect(Collectors.joining(", ", "drop table if exists ", ""));
  }

  /** Writes the rows of the snapshot {@code :id}, everybody with any event. */
  public static String insert() {
    List<Feature> all = Catalogue.all();
    return """
        insert into pr_feature_row (snapshot_id, person, %s)
        select :id, person, %s
        from (select person, %s from %s) joined order by person"""
        .formatted(
            columns(all.stream().map(Feature::column)),
            columns(all.stream().map(FeatureSql::outer)),
            columns(all.stream().filter(f -> f.grain() != Grain.PERSON).map(FeatureSql::inner)),
            joined());
  }

  private static String joined() {
    return SUMMED.stream()
        .map(Grain::table)
        .reduce((left, right) -> left + " full join " + right + " using (person)")
        .orElseThrow();
  }

  private static String columns(Stream<String> columns) {
    return columns.collect(Collectors.joining(", "));
  }

  private static String inner(Feature feature) {
    return feature.measure().zeroWhenNothing()
        ? "coalesce(" + feature.column() + ", 0) as " + feature.column()
        : feature.column();
  }

  private static String outer(Feature feature) {
    return feature.grain() == Grain.PERSON
        ? "(" + feature.definition() + ")::" + feature.measure().column()
        : feature.column();
  }

  String filled(String sql) {
    String known =
        sql.replace("{from}", from.map(at -> "e.occurred_at >= " + literal(at)).orElse("true"))
            .replace("{granted}", granted)
            .replace("{currency}", "'" + currency.replace("'", "''") + "'");
    return MOMENT.matcher(known).replaceAll(m -> Matcher.quoteReplacement(moment(m.group(2))));
  }

  private String moment(String days) {
    return literal(days == null ? cutoff : cutoff.minus(Integer.parseInt(days), ChronoUnit.DAYS));
  }

  private static String literal(Instant at) {
    return "timestamptz '" + at + "'";
  }
}
