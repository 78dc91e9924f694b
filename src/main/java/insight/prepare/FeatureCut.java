package insight.prepare;

import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.prepare.feature.FeatureSql;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Freezes the features of everybody: a few passes over the events into temporary tables, their join
 * into {@code pr_feature_row}, the hash, the figures. Nothing of it passes through Java but the
 * sample that the figures are made of.
 *
 * @param told hears the text key of each step before it begins; may throw to stop
 * @param figures whether pages show how the values lie; drift is measured between such snapshots
 */
record FeatureCut(Cut cut, Consumer<String> told, boolean figures) {
  /** For hashing and sorting; the portal's usual 16 MB would spill to disk all the time. */
  private static final String MEMORY = "96MB";

  /**
   * The rows that segments and recommendations read: those with a sale. Their frozen tables are
   * from before the catalogue; both hold the same figures.
   */
  private static final String BUYERS =
      """
      insert into pr_customer_features (snapshot_id, person, recency_days, frequency,
        monetary_minor, tenure_days, basket_size, products, categories, return_share, views, country)
      select snapshot_id, person, recency_days, frequency, monetary, tenure_days, basket_size,
        products, categories, coalesce(return_share, 0), views, country
      from pr_feature_row where snapshot_id = :id and frequency > 0 order by person""";

  private static final String CURRENCY =
      """
      select currency from feature_line where not returned and currency is not null
      group by currency order by count(*) desc, currency limit 1""";

  private record Count(long n) {}

  Cut.Frozen freeze() {
    Handle h = cut.h();
    h.createQuery("select set_config('work_mem', :memory, true)")
        .bind("memory", MEMORY)
        .mapTo(String.class)
        .one();
    h.execute(FeatureSql.drop());
    run(sql("").lines());
    h.execute("analyze feature_line");
    Optional<String> currency = h.createQuery(CURRENCY).mapTo(String.class).findOne();
    sql(currency.orElse("")).steps().forEach(this::run);
    told.accept("prepare.step.join");
    long rows = h.createUpdate(FeatureSql.insert()).bind("id", cut.id()).execute();
    long buyers = h.createUpdate(BUYERS).bind("id", cut.id()).execute();
    if (buyers == 0) {
      return new Cut.Frozen(0, "", currency, 0);
    }
    told.accept("prepare.step.figures");
    String hash = hash();
    if (figures) {
      FeatureFigures.make(h, cut.id());
    }
    return new Cut.Frozen(rows, hash, currency, leftOut(currency.orElse("")));
  }

  private FeatureSql sql(String currency) {
    return new FeatureSql(
        cut.cutoff(), cut.from(), cut.grant().persons(FeatureSql.PERSON), currency);
  }

  private void run(FeatureSql.Step step) {
    told.accept(step.key());
    cut.h().execute(step.sql());
  }

  /** Sale and return lines in other currencies. */
  private long leftOut(String currency) {
    return cut.h()
        .createQuery("select count(*) as n from feature_line where currency <> :currency")
        .bind("currency", currency)
        .mapTo(Count.class)
        .one()
        .n();
  }

  /**
   * SHA-256 over the SHA-256 of each row's text, one after the other in the order of the persons.
   * Two levels, so that only 32 bytes a row are put in order.
   */
  private String hash() {
    List<String> columns = Catalogue.all().stream().map(Feature::column).toList();
    return cut.h()
        .createQuery(
            """
            select encode(sha256(string_agg(sha256(convert_to(f::text, 'UTF8')), ''::bytea
              order by person)), 'hex')
            from (select person, %s from pr_feature_row where snapshot_id = :id) f"""
                .formatted(columns.stream().collect(Collectors.joining(", "))))
        .bind("id", cut.id())
        .mapTo(String.class)
        .one();
  }
}
