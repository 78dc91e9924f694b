package insight.prepare.quality;

import insight.collect.Canonical;
import insight.prepare.cleaning.StoredValues;
import insight.prepare.cleaning.StoredValues.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checks as SQL over {@code co_event e}: which rows can fail, and which do. */
final class CheckSql {
  /** Fields whose absence is counted. */
  private static final List<Canonical> COMPLETE =
      List.of(
          Canonical.CUSTOMER,
          Canonical.PRODUCT,
          Canonical.ORDER,
          Canonical.CATEGORY,
          Canonical.AMOUNT,
          Canonical.COUNTRY,
          Canonical.METHOD);

  /** What makes two rows the same. */
  static final String SAME =
      "occurred_at, kind, customer_key, session, product, order_no, quantity, amount_minor, method,"
          + " properties ->> 'name'";

  /** Files: behind the newest event of earlier files; tracking: a day after it happened. */
  static final String LATE =
      """
      case when e.import_id is null then e.received_at - e.occurred_at > interval '1 day'
        else coalesce(e.occurred_at < m.mark - interval '1 day', false) end""";

  static final String MARKS =
      """
      with marks as (
        select job_id, max(last_event) over (order by job_id
          rows between unbounded preceding and 1 preceding) as mark
        from co_import where source_id = :source)
      """;

  private CheckSql() {}

  /**
   * One check of single rows.
   *
   * @param rows SQL condition of the rows it looks at
   * @param fails SQL condition of those that are not sound
   */
  record Check(Finding finding, String rows, String fails) {}

  /** All checks that need no more than the row itself. */
  static List<Check> checks(String currency) {
    Map<String, Check> checks = new LinkedHashMap<>();
    for (Canonical field : COMPLETE) {
      StoredValues.stored(field, currency)
          .ifPresent(s -> checks.put("c" + field.word(), missing(field, s)));
    }
    checks.put("country", valid("country", "country is not null", "country !~ '^[A-Z]{2}$'"));
    checks.put("sale", valid("sale", "class = 1", "amount_minor <= 0 or quantity <= 0"));
    checks.put("future", valid("future", "true", "occurred_at > received_at + interval '1 day'"));
    return List.copyOf(checks.values());
  }

  private static Check missing(Canonical field, Stored stored) {
    return new Check(
        new Finding(Dimension.COMPLETENESS, field.word()),
        stored.rows(),
        "(" + stored.value() + ") is null");
  }

  private static Check valid(String field, String rows, String fails) {
    return new Check(new Finding(Dimension.VALIDITY, field), rows, fails);
  }
}
