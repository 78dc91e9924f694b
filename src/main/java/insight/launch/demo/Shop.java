package insight.launch.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The shop while it runs: its goods, its agenda of what is still to come, and the two bad days that
 * a watchful portal should notice – an hour without any event, and a day on which damaged parcels
 * come back.
 */
final class Shop {
  private static final long HOUR = 3_600_000L;
  private static final int OUTAGE_DAYS_AGO = 19;
  private static final int BAD_DAY_DAYS_AGO = 9;

  private record Moment(long at, long number, Runnable step) {}

  final Plan plan;
  final Catalogue catalogue;
  final Reviews reviews = new Reviews();
  final LocalDate badDay;
  private final long outage;
  private final Lines lines;
  private final PriorityQueue<Moment> agenda =
      new PriorityQueue<>(Comparator.comparingLong(Moment::at).thenComparingLong(Moment::number));
  private long moments;
  private long orders;

  Shop(Plan plan, Lines lines) {
    this.plan = plan;
    this.lines = lines;
    catalogue = new Catalogue(plan);
    badDay = plan.end().minusDays(BAD_DAY_DAYS_AGO);
    outage = Plan.midnight(plan.end().minusDays(OUTAGE_DAYS_AGO)) + 19 * HOUR;
  }

  /** What shall happen then; never, if that is after the last day. */
  void then(long at, Runnable step) {
    if (at < plan.until()) {
      agenda.add(new Moment(at, moments++, step));
    }
  }

  /** Says a message when its time comes. */
  void tell(Message message) {
    String text = message.text();
    then(message.at, () -> lines.write(message.kind, text));
  }

  void run() {
    for (Moment next = agenda.poll(); next != null; next = agenda.poll()) {
      next.step().run();
    }
  }

  boolean down(long at) {
    return at >= outage && at < outage + HOUR;
  }

  /** The same time, or an hour later if the shop is down then. */
  long up(long at) {
    return down(at) ? at + HOUR : at;
  }

  String nextOrder() {
    return "LL" + (700_001 + orders++);
  }

  /** What a product costs: in a sale a quarter of the goods is a fifth cheaper. */
  long price(Product product, Season season) {
    boolean cheaper = season.sale() && (product.index() + season.local().getMonthValue()) % 4 == 0;
    return cheaper ? product.pence() * 4 / 5 : product.pence();
  }
}
