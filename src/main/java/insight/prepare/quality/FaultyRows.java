package insight.prepare.quality;

import insight.collect.Canonical;
import insight.collect.Source;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.cleaning.CleaningRules;
import insight.prepare.cleaning.StoredValues;
import insight.prepare.cleaning.Target;
import insight.prepare.cleaning.Trials;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Masks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The rows behind a number: those of the newest four weeks that did not pass. */
@ApplicationScoped
public class FaultyRows {
  private static final int MOST = 50;
  private static final int SECONDS = 60;

  @Inject Jdbi jdbi;
  @Inject CleaningRules rules;
  @Inject Trials trials;

  /**
   * A stored event.
   *
   * @param customer pseudonym; null when there is none
   * @param times how often the same row is there
   */
  public record Faulty(
      Instant occurredAt,
      int kind,
      @Nullable Long customer,
      @Nullable String product,
      @Nullable String orderNo,
      @Nullable BigDecimal quantity,
      @Nullable Long amountMinor,
      @Nullable String currency,
      @Nullable String country,
      @Nullable Long importId,
      @Nullable Long line,
      long times) {

    Faulty masked(Grant grant) {
      return orderNo == null || grant.allows(Field.IDENTITY)
          ? this
          : new Faulty(
              occurredAt,
              kind,
              customer,
              product,
              Masks.shopId(orderNo),
              quantity,
              amountMinor,
              currency,
              country,
              importId,
              line,
              times);
    }
  }

  private static final String SELECT =
      """
      select min(e.occurred_at) as occurred_at, min(e.kind) as kind,
        min(e.customer_key) as customer, min(e.product) as product, min(e.order_no) as order_no,
        min(e.quantity) as quantity, min(e.amount_minor) as amount_minor,
        min(e.currency) as currency, min(e.country) as country, min(e.import_id) as import_id,
        min(e.line) as line, count(*) as times
      from co_event e left join marks m on m.job_id = e.import_id
      where e.source_id = :source and <rows> and <fails> and <persons>
        and e.occurred_at >= cast(:from as timestamptz)
        and e.occurred_at < cast(:to as timestamptz)
      group by <group> <having> order by 1 desc limit :most""";

  /** How rows are chosen for a finding. */
  private record Choice(
      String rows, String fails, String group, String having, List<String> values) {
    static Choice rows(String rows, String fails) {
      return new Choice(rows, fails, "e.event_id", "", List.of());
    }
  }

  /**
   * At most fifty rows, the newest first; none for findings about whole days or lines kept apart.
   */
  List<Faulty> of(Source source, Finding finding, LocalDate newest, Grant grant) {
    return choice(source, finding)
        .map(choice -> read(source, choice, newest, grant))
        .orElse(List.of());
  }

  private List<Faulty> read(Source source, Choice choice, LocalDate newest, Grant grant) {
    Instant from =
        newest.minusDays(QualityRows.DAYS - 1L).atStartOfDay(source.timeZone()).toInstant();
    return jdbi
        .withHandle(
            h ->
                h.createQuery(CheckSql.MARKS + SELECT)
                    .configure(SqlStatements.class, c -> c.setUnusedBindingAllowed(true))
                    .define("rows", choice.rows())
                    .define("fails", "(" + choice.fails() + ")")
                    .define("persons", grant.persons("e.customer_key"))
                    .define("group", choice.group())
                    .define("having", choice.having())
                    .bind("source", source.id())
                    .bind("from", from)
                    .bind("to", newest.plusDays(1).atStartOfDay(source.timeZone()).toInstant())
                    .bindArray("values", String.class, choice.values())
                    .bind("most", MOST)
                    .setQueryTimeout(SECONDS)
                    .mapTo(Faulty.class)
                    .list())
        .stream()
        .map(row -> row.masked(grant))
        .toList();
  }

  private Optional<Choice> choice(Source source, Finding finding) {
    String currency = StoredValues.currency(source);
    return switch (finding.dimension()) {
      case COMPLETENESS, VALIDITY ->
          finding.rule().isPresent()
              ? rule(source, finding.rule().get())
              : CheckSql.checks(currency).stream()
                  .filter(c -> c.finding().equals(finding))
                  .findFirst()
                  .map(c -> Choice.rows(c.rows(), c.fails()));
      case UNIQUENESS ->
          Optional.of(new Choice("true", "true", CheckSql.SAME, "having count(*) > 1", List.of()));
      case LATENESS -> Optional.of(Choice.rows("true", CheckSql.LATE));
      case VOLUME, FRESHNESS -> Optional.empty();
    };
  }

  private Optional<Choice> rule(Source source, int id) {
    Optional<CleaningRule> rule =
        rules.of(source.id()).stream().filter(r -> r.id() == id).findFirst();
    if (rule.isEmpty() || !(rule.get().target() instanceof Target.Of(Canonical field))) {
      return Optional.empty();
    }
    return StoredValues.stored(field, StoredValues.currency(source))
        .map(
            stored ->
                new Choice(
                    stored.rows(),
                    "(" + stored.value() + ") = any(:values)",
                    "e.event_id",
                    "",
                    trials.failing(source, field, rule.get().rule())));
  }
}
