package insight.prepare;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Frozen training data. Train and its tasks know only these kinds. */
public sealed interface Snapshot {
  Header header();

  /** The kinds there are. */
  enum Kind {
    CUSTOMER_FEATURES,
    INTERACTIONS,
    SERIES;

    /** As in {@code pr_snapshot.kind}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What a snapshot is: how it was cut, how many rows, their hash.
   *
   * @param from nothing before it; empty: from the beginning
   * @param cutoff nothing at or after it
   * @param hash SHA-256 in hex over the ordered rows
   * @param definition version of the SQL that made it
   * @param currency of all its amounts
   */
  record Header(
      long id,
      Kind kind,
      Optional<Instant> from,
      Instant cutoff,
      long rows,
      String hash,
      String definition,
      Optional<String> currency,
      Instant createdAt,
      String createdBy) {}

  /** One row a customer: what was known of the person at the cut-off. */
  record CustomerFeatures(Header header, List<Customer> customers) implements Snapshot {
    /** A person's features; definitions in {@code V4__prepare.sql}. */
    public record Customer(
        long person,
        int recencyDays,
        int frequency,
        long monetaryMinor,
        int tenureDays,
        double basketSize,
        int products,
        int categories,
        double returnShare,
        int views,
        Optional<String> country) {}
  }

  /** One row a person and product: first purchase and number of orders. */
  record Interactions(Header header, List<Bought> bought) implements Snapshot {
    /** A product in a person's history. */
    public record Bought(long person, String product, Instant firstAt, int purchases) {}
  }
}
