package insight.segment;

import insight.kernel.Money;
import insight.kernel.Refused;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.segment.rule.Rule;
import insight.segment.rule.RuleSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The people that rules are applied to: those of the newest snapshot of customers. */
@ApplicationScoped
class RuleBase {
  @Inject Jdbi jdbi;
  @Inject Snapshots snapshots;

  /**
   * The newest snapshot of customers.
   *
   * @throws Refused (unprocessable) when there is none yet
   */
  Snapshot.Header newest() {
    return snapshots
        .newest(Snapshot.Kind.CUSTOMER_FEATURES)
        .orElseThrow(() -> Refused.unprocessable("segment.rule.noSnapshot"));
  }

  /** How many of the smallest unit make one of the snapshot's main unit. */
  static double minorUnits(Optional<String> currency) {
    return currency
        .map(
            code ->
                Math.pow(10, Math.max(0, Currency.getInstance(code).getDefaultFractionDigits())))
        .orElse(1.0);
  }

  long count(Rule rule, Grant grant) {
    check(rule, grant);
    Snapshot.Header snapshot = newest();
    RuleSql sql = RuleSql.of(rule, minorUnits(snapshot.currency()));
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from pr_feature_row f where f.snapshot_id = :snapshot and "
                        + grant.persons("f.person")
                        + " and "
                        + sql.condition())
                .bind("snapshot", snapshot.id())
                .bindMap(sql.parameters())
                .mapTo(Long.class)
                .one());
  }

  /** A count would tell what the reader may not see. */
  static void check(Rule rule, Grant grant) {
    if (!grant.allows(Field.REGION)) {
      features(rule)
          .filter(Feature::personal)
          .findFirst()
          .ifPresent(
              f -> {
                throw Refused.forbidden("segment.rule.personal", f.id());
              });
    }
  }

  /** The features that a rule looks at. */
  static Stream<Feature> features(Rule rule) {
    return switch (rule) {
      case Rule.All all -> all.rules().stream().flatMap(RuleBase::features);
      case Rule.Any any -> any.rules().stream().flatMap(RuleBase::features);
      case Rule.Not not -> features(not.rule());
      case Rule.NumberIs is -> Stream.of(is.feature());
      case Rule.WordIs is -> Stream.of(is.feature());
    };
  }

  /** What a snapshot knows of a person, by feature; amounts in the main unit. */
  Optional<Map<String, Object>> values(Snapshot.Header snapshot, long person, Grant grant) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select f.* from pr_feature_row f where f.snapshot_id = :snapshot"
                        + " and f.person = :person and "
                        + grant.persons("f.person"))
                .bind("snapshot", snapshot.id())
                .bind("person", person)
                .mapToMap()
                .findOne()
                .map(row -> values(row, minorUnits(snapshot.currency()))));
  }

  private static Map<String, Object> values(Map<String, Object> row, double minorUnits) {
    Map<String, Object> values = new HashMap<>();
    for (Feature feature : Catalogue.all()) {
      Object value = row.get(feature.column());
      if (value instanceof Number number) {
        boolean amount = RuleSql.isAmount(feature);
        values.put(feature.id(), number.doubleValue() / (amount ? minorUnits : 1));
      } else if (value != null) {
        values.put(feature.id(), value);
      }
    }
    return values;
  }

  static Optional<Money> money(long minor, Optional<String> currency) {
    return currency.map(code -> Money.of(minor, code));
  }

  /** Puts everybody that the rule names into a run. */
  static int fill(Handle h, long run, long snapshot, RuleSql sql) {
    return h.createUpdate(
            "insert into sg_rule_member (run_id, person) select :run, f.person"
                + " from pr_feature_row f where f.snapshot_id = :snapshot and "
                + sql.condition())
        .bind("run", run)
        .bind("snapshot", snapshot)
        .bindMap(sql.parameters())
        .execute();
  }
}
