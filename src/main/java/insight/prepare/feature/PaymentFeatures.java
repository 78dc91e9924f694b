package insight.prepare.feature;

import static insight.prepare.feature.Family.PAYMENT;
import static insight.prepare.feature.Measure.COUNT;
import static insight.prepare.feature.Measure.DAYS;
import static insight.prepare.feature.Measure.MONEY;
import static insight.prepare.feature.Measure.NUMBER;
import static insight.prepare.feature.Measure.SHARE;
import static insight.prepare.feature.Measure.TOTAL;

import java.util.List;

/** How a person pays. */
final class PaymentFeatures {
  private PaymentFeatures() {}

  private static Feature of(String id, Measure measure, String sql) {
    return Feature.of(id, PAYMENT, Grain.EVENT, measure, sql);
  }

  /** The share of payments by a kind of method; {@link GrainSql} tells the kinds. */
  private static Feature share(String id, String way) {
    return of(
        id,
        SHARE,
        "count(*) filter (where kind = 9 and way = '"
            + way
            + "')::float8 / nullif(count(*) filter (where kind = 9), 0)");
  }

  static List<Feature> all() {
    return List.of(
        of("payments", COUNT, "count(*) filter (where kind = 9)"),
        of("paid", TOTAL, "coalesce(sum(amount) filter (where kind = 9), 0)"),
        of(
            "averagePayment",
            MONEY,
            "round(sum(amount) filter (where kind = 9)::numeric"
                + " / nullif(count(amount) filter (where kind = 9), 0))"),
        of(
            "lastPaymentDays",
            DAYS,
            "extract(epoch from :cutoff - max(at) filter (where kind = 9))::float8 / 86400"),
        share("cardShare", "card"),
        share("walletShare", "wallet"),
        share("transferShare", "transfer"),
        share("voucherShare", "voucher"),
        Feature.of(
            "paymentsPerOrder",
            PAYMENT,
            Grain.PERSON,
            NUMBER,
            "payments::float8 / nullif(frequency, 0)"));
  }
}
