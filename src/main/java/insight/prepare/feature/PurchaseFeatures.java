package insight.prepare.feature;

import static insight.prepare.feature.Family.PURCHASE;
import static insight.prepare.feature.Measure.COUNT;
import static insight.prepare.feature.Measure.DAYS;
import static insight.prepare.feature.Measure.MONEY;
import static insight.prepare.feature.Measure.NUMBER;
import static insight.prepare.feature.Measure.SHARE;
import static insight.prepare.feature.Measure.TOTAL;

import java.util.List;

/**
 * What and how a person buys.
 *
 * <p>Floating-point sums depend on the order of the rows, which a database does not promise; so
 * everything is summed in whole numbers and divided once, and the same data give the same hash.
 */
final class PurchaseFeatures {
  private PurchaseFeatures() {}

  private static Feature order(String id, Measure measure, String sql) {
    return Feature.of(id, PURCHASE, Grain.ORDER, measure, sql);
  }

  private static Feature orders(Window window, String id, Measure measure, String sql) {
    return Feature.within(window, id, PURCHASE, Grain.ORDER, measure, sql);
  }

  private static Feature product(String id, Measure measure, String sql) {
    return Feature.of(id, PURCHASE, Grain.PRODUCT, measure, sql);
  }

  /** Entropy in nats by ln n − Σ c ln c / n, where each of the c orders of a bin says ln c. */
  private static String entropy(String bin) {
    return "greatest(0, ln(count(*)::float8) - sum((1e9 * ln("
        + bin
        + "::float8))::bigint)::float8 / 1e9 / count(*))";
  }

  static List<Feature> all() {
    String count = "count(*) filter (where {in})";
    String sum = "coalesce(sum(amount) filter (where {in}), 0)";
    return List.of(
        order("frequency", COUNT, "count(*)"),
        orders(Window.DAYS_30, "orders30", COUNT, count),
        orders(Window.DAYS_90, "orders90", COUNT, count),
        orders(Window.DAYS_365, "orders365", COUNT, count),
        order("monetary", TOTAL, "sum(amount)"),
        orders(Window.DAYS_30, "sales30", TOTAL, sum),
        orders(Window.DAYS_90, "sales90", TOTAL, sum),
        orders(Window.DAYS_365, "sales365", TOTAL, sum),
        order("averageOrderValue", MONEY, "round(sum(amount)::numeric / count(*))"),
        order("medianOrderValue", MONEY, "percentile_disc(0.5) within group (order by amount)"),
        order("largestOrder", MONEY, "max(amount)"),
        order("basketSize", NUMBER, "(sum(quantity) / count(*))::float8"),
        order("linesPerOrder", NUMBER, "sum(lines)::float8 / count(*)"),
        product("products", COUNT, "count(*)"),
        product("categories", COUNT, "count(distinct category)"),
        product(
            "repeatProductShare", SHARE, "count(*) filter (where bought_again)::float8 / count(*)"),
        product("topProductShare", SHARE, "max(lines)::float8 / sum(lines)"),
        order("couponOrderShare", SHARE, "count(*) filter (where coupon)::float8 / count(*)"),
        Feature.of("returns", PURCHASE, Grain.RETURN, COUNT, "count(*)"),
        Feature.of("returnedAmount", PURCHASE, Grain.RETURN, TOTAL, "coalesce(-sum(amount), 0)"),
        Feature.of(
            "returnShare",
            PURCHASE,
            Grain.PERSON,
            SHARE,
            "greatest(0, returned_amount)::float8 / nullif(monetary, 0)"),
        order(
            "meanGapDays",
            DAYS,
            "extract(epoch from max(at) - min(at))::float8 / 86400 / nullif(count(*) - 1, 0)"),
        order(
            "medianGapDays",
            DAYS,
            "percentile_disc(0.5) within group (order by gap)::float8 / 86400"),
        order("gapVariation", NUMBER, "stddev_pop(gap)::float8 / nullif(avg(gap)::float8, 0)"),
        order(
            "gapTrend",
            NUMBER,
            "max(gap) filter (where newest)::float8 / nullif(avg(gap)::float8, 0)"),
        order("hourEntropy", NUMBER, entropy("same_hour")),
        order("weekdayEntropy", NUMBER, entropy("same_weekday")),
        order("weekendShare", SHARE, "count(*) filter (where weekday >= 6)::float8 / count(*)"));
  }
}
