package insight.prepare.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Histories of a few people, with every kind of event and every oddity that features must bear. */
public final class RandomShop {
  private static final Duration SPAN = Duration.ofDays(420);
  private static final String[] METHODS = {
    "credit_card", "PayPal", "boleto", "voucher", "barter", null
  };
  private static final String[] COUNTRIES = {"GB", "DE", "CN", null};

  private final SplittableRandom random;
  private final Instant end;
  private final List<Happened> events = new ArrayList<>();
  private int orders;

  private RandomShop(long seed, Instant end) {
    this.random = new SplittableRandom(seed);
    this.end = end;
  }

  /** What people with the keys from {@code first} on did before {@code end}. */
  public static List<Happened> of(long seed, long first, int people, Instant end) {
    RandomShop shop = new RandomShop(seed, end);
    for (long person = first; person < first + people; person++) {
      shop.history(person);
    }
    return shop.events;
  }

  private Instant some() {
    long seconds = (long) (SPAN.toSeconds() * Math.pow(random.nextDouble(), 2));
    return end.minusSeconds(1 + seconds);
  }

  private void history(long person) {
    int visits = random.nextInt(6);
    for (int i = 0; i < visits; i++) {
      visit(person);
    }
    int bought = random.nextInt(7);
    for (int i = 0; i < bought; i++) {
      order(person);
    }
    int others = random.nextInt(8);
    for (int i = 0; i < others; i++) {
      other(person);
    }
  }

  private void visit(long person) {
    Instant at = some();
    String session = random.nextInt(3) == 0 ? null : Long.toString(random.nextLong(), 36);
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      at = at.plusSeconds(random.nextInt(90));
      int kind = 1 + random.nextInt(6);
      Integer dwell = random.nextBoolean() ? random.nextInt(200) : null;
      events.add(Happened.of(person, kind, at).seen(session, product(), dwell));
    }
  }

  private String product() {
    return "p" + random.nextInt(12);
  }

  private void order(long person) {
    Instant at = some();
    String number = random.nextInt(5) == 0 ? null : "o" + person + "-" + ++orders;
    String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
    boolean coupon = random.nextInt(3) == 0;
    boolean cancelled = number != null && random.nextInt(6) == 0;
    int lines = 1 + random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      int product = random.nextInt(12);
      Happened line =
          Happened.of(person, 7, at)
              .line(
                  1,
                  number,
                  random.nextInt(9) == 0 ? null : "p" + product,
                  random.nextInt(4) == 0 ? null : "c" + product % 3,
                  1 + random.nextInt(4),
                  100 + random.nextInt(5000))
              .from(country, coupon);
      events.add(cancelled ? line.cancelled() : random.nextInt(15) == 0 ? line.in("EUR") : line);
    }
    if (cancelled) {
      Instant when = at.plus(Duration.ofHours(random.nextInt(24 * 60)));
      events.add(Happened.of(person, 8, when).line(0, number, null, null, 0, 0).in(null));
    } else if (random.nextInt(4) == 0) {
      Instant back = at.plus(Duration.ofDays(random.nextInt(30)));
      long minor = -(100 + random.nextInt(3000));
      events.add(Happened.of(person, 7, back).line(2, number, "p0", null, -1, minor));
    }
    if (random.nextInt(3) > 0) {
      events.add(
          Happened.of(person, 9, at.plusSeconds(random.nextInt(9000)))
              .paid(
                  random.nextInt(20_000),
                  random.nextInt(9) == 0 ? "EUR" : "GBP",
                  METHODS[random.nextInt(METHODS.length)]));
    }
  }

  private void other(long person) {
    int kind = 10 + random.nextInt(8);
    Integer rating =
        switch (kind) {
          case 10, 14 -> random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(5));
          case 15 -> Integer.valueOf(random.nextInt(2));
          default -> null;
        };
    events.add(Happened.of(person, kind, some()).rated(rating));
  }
}
