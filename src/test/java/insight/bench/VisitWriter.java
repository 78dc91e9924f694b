package insight.bench;

import java.time.Instant;
import java.util.SplittableRandom;

/** Writes visits as lines of COPY: views, searches, carts, orders, payments and what follows. */
final class VisitWriter {
  static final String COPY =
      """
      copy co_event (occurred_at, received_at, source_id, kind, class, customer_key, session,
        product, category, order_no, quantity, unit_price, amount_minor, currency, country, rating,
        dwell_seconds, method, language, properties) from stdin""";

  private static final String NONE = "\\N";
  private static final String[] COUNTRIES = {"GB", "GB", "GB", "DE", "FR", "IE", "ES", "CN"};
  private static final String[] METHODS = {"card", "card", "paypal", "bank transfer", "voucher"};
  private static final int SECONDS_A_DAY = 86_400;
  private static final int LAST_HOUR = 82_800;

  private final int source;
  private final int customers;
  private final int products;
  private final int categories;
  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder(1 << 17);
  private long rows;
  private long identities;
  private long orders;
  private long customer;
  private String session = NONE;
  private String country = NONE;
  private long at;

  VisitWriter(int source, int customers, int products, int categories, long seed) {
    this.source = source;
    this.customers = customers;
    this.products = products;
    this.categories = categories;
    this.random = new SplittableRandom(seed);
  }

  StringBuilder text() {
    return text;
  }

  long rows() {
    return rows;
  }

  long identities() {
    return identities;
  }

  /** One visit on the day that begins at {@code midnight}, and what comes of it. */
  void visit(long midnight) {
    int who = skewed(customers, 1.9);
    customer = 1_000_000_007L * (who + 1) % 4_611_686_018_427_387_847L;
    country = COUNTRIES[who % COUNTRIES.length];
    session = Long.toHexString(random.nextLong());
    at =
        midnight
            + Math.min(
                LAST_HOUR,
                (long) (SECONDS_A_DAY * (random.nextDouble() + random.nextDouble()) / 2));
    if (random.nextInt(4) == 0) {
      event(3, 0, NONE, NONE, NONE, NONE, NONE);
    }
    int views = 1 + skewed(9, 1.5);
    for (int i = 0; i < views; i++) {
      int product = skewed(products, 2.2);
      event(2, product, NONE, NONE, NONE, String.valueOf(1 + skewed(600, 3)), NONE);
      if (random.nextInt(7) == 0) {
        cart(product);
      }
    }
    if (random.nextInt(50) == 0) {
      event(11, skewed(products, 2.2), NONE, NONE, NONE, NONE, "mail");
    }
  }

  private void cart(int product) {
    event(4, product, NONE, NONE, NONE, NONE, NONE);
    if (random.nextInt(10) < 4) {
      return;
    }
    event(6, 0, NONE, NONE, NONE, NONE, NONE);
    order(product);
  }

  private void order(int first) {
    String order = "F" + ++orders;
    int lines = 1 + skewed(6, 1.6);
    long total = 0;
    boolean coupon = random.nextInt(8) == 0;
    identities++;
    at += 30;
    for (int i = 0; i < lines; i++) {
      int product = i == 0 ? first : skewed(products, 2.2);
      int quantity = 1 + skewed(5, 2);
      int price = 199 + product % 97 * 50;
      total += (long) quantity * price;
      line(product, order, quantity, price, 1, coupon ? "{\"coupon\":\"TEN\"}" : NONE);
    }
    at++;
    row(
        9,
        0,
        0,
        order,
        NONE,
        NONE,
        total,
        NONE,
        NONE,
        METHODS[random.nextInt(METHODS.length)],
        NONE);
    if (random.nextInt(12) == 0) {
      identities++;
      line(first, order, -1, 199 + first % 97 * 50, 2, NONE);
    }
    if (random.nextInt(9) == 0) {
      event(10, first, NONE, NONE, String.valueOf(5 - skewed(5, 2)), NONE, NONE);
    }
    if (random.nextInt(60) == 0) {
      event(14, 0, NONE, NONE, String.valueOf(1 + random.nextInt(10)), NONE, NONE);
    }
  }

  private void line(
      int product, String order, int quantity, int price, int sale, String properties) {
    String pounds = price / 100 + "." + (price % 100 < 10 ? "0" : "") + price % 100;
    write(
        7,
        sale,
        product,
        order,
        String.valueOf(quantity),
        pounds,
        (long) quantity * price,
        NONE,
        NONE,
        NONE,
        properties);
  }

  /** An event of its own: an identity, and a moment later than the one before. */
  private void event(
      int kind,
      int product,
      String order,
      String quantity,
      String rating,
      String dwell,
      String method) {
    at += 1 + random.nextInt(9);
    row(kind, 0, product, order, quantity, NONE, Long.MIN_VALUE, rating, dwell, method, NONE);
  }

  private void row(
      int kind,
      int sale,
      int product,
      String order,
      String quantity,
      String price,
      long minor,
      String rating,
      String dwell,
      String method,
      String properties) {
    identities++;
    write(kind, sale, product, order, quantity, price, minor, rating, dwell, method, properties);
  }

  private void write(
      int kind,
      int sale,
      int product,
      String order,
      String quantity,
      String price,
      long minor,
      String rating,
      String dwell,
      String method,
      String properties) {
    rows++;
    String when = Instant.ofEpochSecond(at).toString();
    boolean money = minor != Long.MIN_VALUE;
    tab(when).tab(when).tab(source).tab(kind).tab(sale).tab(customer).tab(session);
    tab(product == 0 ? NONE : "P" + product);
    tab(product == 0 ? NONE : "Category " + product % categories);
    tab(order).tab(quantity).tab(price).tab(money ? String.valueOf(minor) : NONE);
    tab(money ? "GBP" : NONE).tab(country).tab(rating).tab(dwell).tab(method).tab("en");
    text.append(properties).append('\n');
  }

  private VisitWriter tab(Object value) {
    text.append(value).append('\t');
    return this;
  }

  /** 0 … n − 1, the small ones far more often. */
  private int skewed(int n, double power) {
    return (int) (n * Math.pow(random.nextDouble(), power));
  }
}
