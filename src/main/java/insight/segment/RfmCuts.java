package insight.segment;

import insight.prepare.Snapshot.CustomerFeatures.Customer;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Where the fifths of all customers end. A value's score is one more than the number of cuts it
 * reaches; cut i is the smallest value below which at least i fifths of the customers lie.
 *
 * @param recency cuts over the negative days, since few days are good
 */
public record RfmCuts(List<Double> recency, List<Double> frequency, List<Double> monetary) {

  public RfmCuts {
    recency = List.copyOf(recency);
    frequency = List.copyOf(frequency);
    monetary = List.copyOf(monetary);
  }

  static RfmCuts of(List<Customer> customers) {
    return new RfmCuts(
        cuts(customers, c -> -c.recencyDays()),
        cuts(customers, Customer::frequency),
        cuts(customers, Customer::monetaryMinor));
  }

  private static List<Double> cuts(List<Customer> customers, ToDoubleFunction<Customer> reads) {
    return cuts(customers.stream().mapToDouble(reads).toArray());
  }

  /** At most four cuts, ascending; fewer where many customers share the highest value. */
  static List<Double> cuts(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    List<Double> cuts = new ArrayList<>();
    for (int i = 1; i < sorted.length && cuts.size() < 4; i++) {
      while (sorted[i] > sorted[i - 1]
          && cuts.size() < 4
          && i * 5L >= (cuts.size() + 1L) * sorted.length) {
        cuts.add(sorted[i]);
      }
    }
    return cuts;
  }

  static int score(List<Double> cuts, double value) {
    return 1 + (int) cuts.stream().filter(cut -> value >= cut).count();
  }

  Rfm of(Customer customer) {
    return of(customer.recencyDays(), customer.frequency(), customer.monetaryMinor());
  }

  Rfm of(int recencyDays, int orders, long monetaryMinor) {
    return new Rfm(
        score(recency, -recencyDays), score(frequency, orders), score(monetary, monetaryMinor));
  }

  /** Plain values, ready for JSON. */
  Map<String, Object> asMap() {
    return Map.of("recency", recency, "frequency", frequency, "monetary", monetary);
  }

  static RfmCuts of(JsonObject json) {
    return new RfmCuts(list(json, "recency"), list(json, "frequency"), list(json, "monetary"));
  }

  private static List<Double> list(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonNumber.class).stream()
        .map(JsonNumber::doubleValue)
        .toList();
  }
}
