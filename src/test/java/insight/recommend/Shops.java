package insight.recommend;

import insight.prepare.Snapshot;
import insight.prepare.Snapshot.Interactions.Bought;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Snapshots of made-up shops. */
final class Shops {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private static final long DAY = 86_400;

  private Shops() {}

  /**
   * A shop whose customers have a taste: each buys mostly from one of {@code tastes} shelves of
   * eight products, one product a day.
   */
  static Snapshot.Interactions withTaste(int customers, int tastes) {
    SplittableRandom chance = new SplittableRandom(7);
    List<Bought> bought = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      int shelf = customer % tastes;
      int first = chance.nextInt(8);
      for (int day = 0; day < 7; day++) {
        int product = shelf * 8 + (first + day) % 8;
        bought.add(bought(customer, String.format("P%03d", product), day));
      }
    }
    return snapshot(bought);
  }

  static Bought bought(long customer, String product, int day) {
    return new Bought(customer, product, START.plusSeconds(day * DAY), 1);
  }

  static Snapshot.Interactions snapshot(List<Bought> bought) {
    return new Snapshot.Interactions(
        new Snapshot.Header(
            1,
            Snapshot.Kind.INTERACTIONS,
            Optional.empty(),
            START.plusSeconds(400 * DAY),
            bought.size(),
            "00",
            "1",
            Optional.of("GBP"),
            START,
            "test"),
        bought);
  }
}
