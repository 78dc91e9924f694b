package insight.prepare.feature;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One person's features computed from the plain list of what happened, event by event, without a
 * thought of speed: what the SQL must agree with. A feature that is not known is missing.
 */
public final class Oracle {
  private static final double DAY = 86_400;

  private final Instant cutoff;
  private final ZoneId zone;
  private final List<Happened> all;
  private final Map<String, Object> out = new TreeMap<>();

  private Oracle(List<Happened> happened, Instant cutoff, ZoneId zone) {
    this.cutoff = cutoff;
    this.zone = zone;
    Set<String> cancelledBefore =
        happened.stream()
            .filter(h -> h.kind() == 8 && h.at().isBefore(cutoff))
            .map(Happened::order)
            .collect(Collectors.toSet());
    this.all =
        happened.stream()
            .filter(h -> h.at().isBefore(cutoff))
            .filter(h -> h.sale() != 6 || !cancelledBefore.contains(h.order()))
            .toList();
  }

  /** The features of the person whose whole history this is, later events included. */
  public static Map<String, Object> of(List<Happened> happened, Instant cutoff, ZoneId zone) {
    Oracle oracle = new Oracle(happened, cutoff, zone);
    oracle.orders();
    oracle.products();
    oracle.browsing();
    oracle.others();
    oracle.ratios();
    return oracle.out;
  }

  /** An order with its sale lines in pounds. */
  private record Order(List<Happened> lines) {
    Instant at() {
      return lines.stream().map(Happened::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    long amount() {
      return lines.stream().mapToLong(Happened::amount).sum();
    }
  }

  private List<Happened> sales() {
    return all.stream()
        .filter(h -> h.kind() == 7 && h.sale() != 2 && "GBP".equals(h.currency()))
        .toList();
  }

  private boolean within(Instant at, int days) {
    return !at.isBefore(cutoff.minus(Duration.ofDays(days)));
  }

  private double ago(Instant at) {
    return Duration.between(at, cutoff).toMillis() / 1000.0 / DAY;
  }

  private void put(String id, Object value) {
    out.put(id, value);
  }

  private void orders() {
    List<Order> orders = new ArrayList<>();
    sales().stream()
        .collect(Collectors.groupingBy(h -> h.order() == null ? "@" + h.at() : h.order()))
        .values()
        .forEach(lines -> orders.add(new Order(lines)));
    orders.sort(Comparator.comparing(Order::at));
    int n = orders.size();
    put("frequency", n);
    long sum = orders.stream().mapToLong(Order::amount).sum();
    put("monetary", sum);
    for (int days : List.of(30, 90, 365)) {
      List<Order> in = orders.stream().filter(o -> within(o.at(), days)).toList();
      put("orders" + days, in.size());
      put("sales" + days, in.stream().mapToLong(Order::amount).sum());
    }
    if (n > 0) {
      long[] amounts = orders.stream().mapToLong(Order::amount).sorted().toArray();
      put("averageOrderValue", Math.round((double) sum / n));
      put("medianOrderValue", amounts[(n - 1) / 2]);
      put("largestOrder", amounts[n - 1]);
      List<Happened> lines = sales();
      put("basketSize", lines.stream().mapToInt(Happened::quantity).sum() / (double) n);
      put("linesPerOrder", lines.size() / (double) n);
      put(
          "couponOrderShare",
          orders.stream().filter(o -> o.lines().stream().anyMatch(Happened::coupon)).count()
              / (double) n);
      clock(orders);
      lifecycle(orders);
      gaps(orders.stream().map(Order::at).toList());
    }
  }

  private void clock(List<Order> orders) {
    put("hourEntropy", entropy(orders, o -> o.at().atZone(zone).getHour()));
    put("weekdayEntropy", entropy(orders, o -> o.at().atZone(zone).getDayOfWeek().getValue()));
    put(
        "weekendShare",
        orders.stream().filter(o -> o.at().atZone(zone).getDayOfWeek().getValue() >= 6).count()
            / (double) orders.size());
    put("firstPurchaseMonth", orders.getFirst().at().atZone(zone).getMonthValue());
    put(
        "activeMonths",
        (int) orders.stream().map(o -> YearMonth.from(o.at().atZone(zone))).distinct().count());
  }

  private static double entropy(List<Order> orders, Function<Order, Integer> bin) {
    return orders.stream()
        .collect(Collectors.groupingBy(bin, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(c -> -(c / (double) orders.size()) * Math.log(c / (double) orders.size()))
        .sum();
  }

  private void lifecycle(List<Order> orders) {
    int recency =
        (int)
            Math.floor(
                ago(
                    sales().stream()
                        .map(Happened::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
    int tenure = (int) Math.floor(ago(orders.getFirst().at()));
    put("recencyDays", recency);
    put("tenureDays", tenure);
    long last = orders.stream().filter(o -> within(o.at(), 90)).count();
    long both = orders.stream().filter(o -> within(o.at(), 180)).count();
    if (both > 0) {
      put("orderTrend", (last - (both - last)) / (double) both);
    }
    put(
        "lifecycleStage",
        recency > 180
            ? "dormant"
            : recency > 90
                ? "at-risk"
                : tenure <= 90 ? "new" : orders.size() >= 5 ? "loyal" : "active");
    orders.reversed().stream()
        .map(o -> o.lines().getFirst().country())
        .filter(c -> c != null)
        .findFirst()
        .ifPresent(c -> put("country", c));
  }

  private void gaps(List<Instant> times) {
    if (times.size() < 2) {
      return;
    }
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(Duration.between(times.get(i - 1), times.get(i)).toSeconds() / 1.0);
    }
    double mean = gaps.stream().mapToDouble(g -> g).average().orElseThrow();
    put("meanGapDays", mean / DAY);
    put("medianGapDays", gaps.stream().sorted().toList().get((gaps.size() - 1) / 2) / DAY);
    double square = gaps.stream().mapToDouble(g -> (g - mean) * (g - mean)).average().orElseThrow();
    put("gapVariation", Math.sqrt(square) / mean);
    put("gapTrend", gaps.getLast() / mean);
  }

  private void products() {
    List<Happened> bought = sales().stream().filter(h -> h.product() != null).toList();
    Map<String, List<Happened>> byProduct =
        bought.stream().collect(Collectors.groupingBy(Happened::product));
    put("products", byProduct.size());
    Set<String> categories = new HashSet<>();
    bought.stream().map(Happened::category).filter(c -> c != null).forEach(categories::add);
    put("categories", categories.size());
    if (!byProduct.isEmpty()) {
      put(
          "repeatProductShare",
          byProduct.values().stream()
                  .filter(l -> l.stream().map(Happened::at).distinct().count() > 1)
                  .count()
              / (double) byProduct.size());
      put(
          "topProductShare",
          byProduct.values().stream().mapToInt(List::size).max().orElseThrow()
              / (double) bought.size());
    }
    List<Happened> returned =
        all.stream().filter(h -> h.sale() == 2 && "GBP".equals(h.currency())).toList();
    put("returns", returned.size());
    put("returnedAmount", -returned.stream().mapToLong(Happened::amount).sum());
  }

  private void browsing() {
    List<Happened> seen = all.stream().filter(h -> h.kind() <= 6).toList();
    Map<String, List<Happened>> visits =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    h -> h.session() == null ? "day " + day(h.at()) : "s " + h.session(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    put("visits", visits.size());
    put("visits30", visits.values().stream().filter(v -> within(last(v), 30)).toList().size());
    put("views", count(seen, 2));
    put("pageViews", count(seen, 1));
    put("searches", count(seen, 3));
    put("cartAdds", count(seen, 4));
    put("cartRemovals", count(seen, 5));
    put("checkouts", count(seen, 6));
    for (int days : List.of(7, 30, 90)) {
      put("views" + days, inVisits(visits, days, 2));
    }
    put("searches30", inVisits(visits, 30, 3));
    put("cartAdds30", inVisits(visits, 30, 4));
    if (seen.isEmpty()) {
      return;
    }
    put("lastVisitDays", ago(last(seen)));
    put(
        "bounceShare",
        visits.values().stream().filter(v -> v.size() == 1).count() / (double) visits.size());
    put("viewsPerVisit", count(seen, 2) / (double) visits.size());
    mean("meanDwellSeconds", seen, Happened::dwell);
    carts(visits);
  }

  private void carts(Map<String, List<Happened>> visits) {
    all.stream()
        .filter(h -> h.kind() == 2)
        .map(Happened::at)
        .max(Comparator.naturalOrder())
        .ifPresent(at -> put("lastViewDays", ago(at)));
    Set<LocalDate> days =
        visits.values().stream()
            .filter(v -> count(v, 4) > 0)
            .map(v -> day(last(v)))
            .collect(Collectors.toSet());
    Set<LocalDate> ordered = sales().stream().map(h -> day(h.at())).collect(Collectors.toSet());
    if (!days.isEmpty()) {
      put(
          "cartAbandonShare",
          days.stream().filter(d -> !ordered.contains(d)).count() / (double) days.size());
    }
  }

  private int inVisits(Map<String, List<Happened>> visits, int days, int kind) {
    return visits.values().stream()
        .filter(v -> within(last(v), days))
        .mapToInt(v -> count(v, kind))
        .sum();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant last(List<Happened> some) {
    return some.stream().map(Happened::at).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static int count(List<Happened> some, int kind) {
    return (int) some.stream().filter(h -> h.kind() == kind).count();
  }

  private void mean(String id, List<Happened> some, Function<Happened, Integer> of) {
    some.stream()
        .map(of)
        .filter(v -> v != null)
        .mapToInt(v -> v)
        .average()
        .ifPresent(v -> put(id, v));
  }

  private List<Happened> kind(int kind) {
    return all.stream().filter(h -> h.kind() == kind).toList();
  }

  private void others() {
    put("reviews", kind(10).size());
    put("reviews365", (int) kind(10).stream().filter(h -> within(h.at(), 365)).count());
    mean("meanRating", kind(10), Happened::rating);
    mean("lowRatingShare", kind(10), h -> h.rating() == null ? null : h.rating() <= 2 ? 1 : 0);
    put("shares", kind(11).size());
    put("follows", kind(12).size());
    put("couponsApplied", kind(13).size());
    put("surveys", kind(14).size());
    mean("surveyScore", kind(14), Happened::rating);
    put("feedbacks", kind(15).size());
    mean("feedbackPositiveShare", kind(15), Happened::rating);
    payments(kind(9));
  }

  private void payments(List<Happened> paid) {
    List<Happened> pounds = paid.stream().filter(h -> "GBP".equals(h.currency())).toList();
    long sum = pounds.stream().mapToLong(Happened::amount).sum();
    put("payments", paid.size());
    put("paid", sum);
    if (!pounds.isEmpty()) {
      put("averagePayment", Math.round((double) sum / pounds.size()));
    }
    if (!paid.isEmpty()) {
      put("lastPaymentDays", ago(last(paid)));
      way("cardShare", paid, "credit_card"::equals);
      way("walletShare", paid, "PayPal"::equals);
      way("transferShare", paid, "boleto"::equals);
      way("voucherShare", paid, "voucher"::equals);
    }
  }

  private void way(String id, List<Happened> paid, Predicate<String> is) {
    put(id, paid.stream().filter(h -> is.test(h.method())).count() / (double) paid.size());
  }

  private double figure(String id) {
    return ((Number) out.getOrDefault(id, 0)).doubleValue();
  }

  private void ratios() {
    ratio("returnShare", "returnedAmount", "monetary");
    if (out.containsKey("meanGapDays")) {
      put("overdueRatio", figure("recencyDays") / Math.max(1, figure("meanGapDays")));
    }
    ratio("viewToCart", "cartAdds", "views");
    ratio("cartToOrder", "frequency", "cartAdds");
    ratio("viewToOrder", "frequency", "views");
    ratio("paymentsPerOrder", "payments", "frequency");
    out.putIfAbsent("lifecycleStage", "prospect");
    out.putIfAbsent("activeMonths", 0);
  }

  private void ratio(String id, String one, String other) {
    if (figure(other) != 0) {
      put(id, figure(one) / figure(other));
    }
  }
}
