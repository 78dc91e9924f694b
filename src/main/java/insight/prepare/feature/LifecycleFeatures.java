package insight.prepare.feature;

import static insight.prepare.feature.Family.LIFECYCLE;
import static insight.prepare.feature.Measure.COUNT;
import static insight.prepare.feature.Measure.MONTH;
import static insight.prepare.feature.Measure.NUMBER;
import static insight.prepare.feature.Measure.WHOLE_DAYS;
import static insight.prepare.feature.Measure.WORD;

import java.util.List;

/** Where a person stands between the first order and the last. */
final class LifecycleFeatures {
  private LifecycleFeatures() {}

  private static Feature order(String id, Measure measure, String sql) {
    return Feature.of(id, LIFECYCLE, Grain.ORDER, measure, sql);
  }

  private static Feature person(String id, Measure measure, String sql) {
    return Feature.of(id, LIFECYCLE, Grain.PERSON, measure, sql);
  }

  static List<Feature> all() {
    return List.of(
        order("recencyDays", WHOLE_DAYS, "floor(extract(epoch from :cutoff - max(ended)) / 86400)"),
        order("tenureDays", WHOLE_DAYS, "floor(extract(epoch from :cutoff - min(at)) / 86400)"),
        order("firstPurchaseMonth", MONTH, "extract(month from min(local))"),
        order("activeMonths", COUNT, "count(*) filter (where new_month)"),
        Feature.within(
            Window.DAYS_90,
            "orderTrend",
            LIFECYCLE,
            Grain.ORDER,
            NUMBER,
            "(count(*) filter (where {in}) - count(*) filter (where at >= :day180 and not {in}))"
                + "::float8 / nullif(count(*) filter (where at >= :day180), 0)"),
        person(
            "overdueRatio",
            NUMBER,
            "recency_days / case when mean_gap_days < 1 then 1 else mean_gap_days end"),
        person(
            "lifecycleStage",
            WORD,
            "case when frequency = 0 then 'prospect'"
                + " when recency_days > 180 then 'dormant'"
                + " when recency_days > 90 then 'at-risk'"
                + " when tenure_days <= 90 then 'new'"
                + " when frequency >= 5 then 'loyal' else 'active' end"),
        order(
                "country",
                WORD,
                "(array_agg(country order by at desc, source_id desc, order_no desc)"
                    + " filter (where country is not null))[1]")
            .markedPersonal());
  }
}
