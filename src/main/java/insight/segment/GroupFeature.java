package insight.segment;

import insight.prepare.Snapshot.CustomerFeatures.Customer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What customers are grouped by. Its word is the feature catalogue's. */
public enum GroupFeature {
  FREQUENCY("frequency", By.PURCHASE, Unit.COUNT, Customer::frequency),
  MONETARY("monetary", By.PURCHASE, Unit.MONEY, Customer::monetaryMinor),
  RECENCY("recencyDays", By.PURCHASE, Unit.DAYS, Customer::recencyDays),
  PRODUCTS("products", By.PURCHASE, Unit.COUNT, Customer::products),
  VISITS("visits", By.BROWSING),
  VIEWS("views", By.BROWSING),
  VIEWS_PER_VISIT("viewsPerVisit", By.BROWSING),
  DWELL("meanDwellSeconds", By.BROWSING),
  SEARCHES("searches", By.BROWSING),
  CART_ADDS("cartAdds", By.BROWSING),
  REVIEWS("reviews", By.INTERACTION),
  RATING("meanRating", By.INTERACTION),
  SHARES("shares", By.INTERACTION),
  FOLLOWS("follows", By.INTERACTION),
  COUPONS("couponsApplied", By.INTERACTION),
  SURVEYS("surveys", By.INTERACTION),
  FEEDBACKS("feedbacks", By.INTERACTION);

  /** How its values are read. */
  public enum Unit {
    COUNT,
    /** The smallest unit of the segmentation's currency. */
    MONEY,
    DAYS
  }

  private final String word;
  private final By family;
  private final Unit unit;
  private final Optional<ToDoubleFunction<Customer>> reads;

  /** Of the snapshot's short form, which every snapshot has. */
  GroupFeature(String word, By family, Unit unit, ToDoubleFunction<Customer> reads) {
    this.word = word;
    this.family = family;
    this.unit = unit;
    this.reads = Optional.of(reads);
  }

  /** Of the catalogue alone: a count, a score or seconds. */
  GroupFeature(String word, By family) {
    this.word = word;
    this.family = family;
    this.unit = Unit.COUNT;
    this.reads = Optional.empty();
  }

  public String word() {
    return word;
  }

  public By family() {
    return family;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether the customer's short form has it; else only the catalogue's row does. */
  boolean isShort() {
    return reads.isPresent();
  }

  /** The customer's value, of the short form. */
  double of(Customer customer) {
    return reads
        .orElseThrow(() -> new IllegalStateException(word + " is in the catalogue only"))
        .applyAsDouble(customer);
  }

  /** Text key of its name. */
  public String key() {
    return (isShort() ? "segment.feature." : "prepare.feature.") + word;
  }

  static GroupFeature of(String word) {
    for (GroupFeature feature : values()) {
      if (feature.word.equals(word)) {
        return feature;
      }
    }
    throw new IllegalArgumentException("no feature " + word);
  }

  /** Those of a way to look at customers, in this order. */
  static List<GroupFeature> of(By by) {
    return Stream.of(values()).filter(f -> by == By.ALL || f.family == by).toList();
  }
}
