package insight.segment;

import insight.prepare.Snapshot.CustomerFeatures.Customer;
import java.util.function.ToDoubleFunction;

/** What customers are grouped by. Its word is the feature catalogue's. */
public enum GroupFeature {
  FREQUENCY("frequency", Unit.COUNT, Customer::frequency),
  MONETARY("monetary", Unit.MONEY, Customer::monetaryMinor),
  RECENCY("recencyDays", Unit.DAYS, Customer::recencyDays),
  PRODUCTS("products", Unit.COUNT, Customer::products);

  /** How its values are read. */
  public enum Unit {
    COUNT,
    /** The smallest unit of the segmentation's currency. */
    MONEY,
    DAYS
  }

  private final String word;
  private final Unit unit;
  private final ToDoubleFunction<Customer> reads;

  GroupFeature(String word, Unit unit, ToDoubleFunction<Customer> reads) {
    this.word = word;
    this.unit = unit;
    this.reads = reads;
  }

  public String word() {
    return word;
  }

  public Unit unit() {
    return unit;
  }

  /** The customer's value. */
  double of(Customer customer) {
    return reads.applyAsDouble(customer);
  }

  /** Text key of its name. */
  public String key() {
    return "segment.feature." + word;
  }

  static GroupFeature of(String word) {
    for (GroupFeature feature : values()) {
      if (feature.word.equals(word)) {
        return feature;
      }
    }
    throw new IllegalArgumentException("no feature " + word);
  }
}
