package insight.learn.rank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who bought what: one entry for each customer and product, with the first time and the number of
 * times. Customers are in the order of their keys, products in the order of their codes, entries in
 * the order of customer, time, product: the order in which they were added leaves no trace.
 */
public final class Interactions {
  private final long[] keys;
  private final List<String> items;
  private final int[] from;
  private final int[] item;
  private final long[] millis;
  private final int[] count;

  private Interactions(
      long[] keys, List<String> items, int[] from, int[] item, long[] millis, int[] count) {
    this.keys = keys;
    this.items = items;
    this.from = from;
    this.item = item;
    this.millis = millis;
    this.count = count;
  }

  /** How many entries there are. */
  public int size() {
    return item.length;
  }

  /** How many customers there are; their indices go from 0. */
  public int users() {
    return keys.length;
  }

  public long userKey(int user) {
    return keys[user];
  }

  /** The codes of the products by their indices. */
  public List<String> items() {
    return items;
  }

  /** The first entry of a customer; his last is before the first of the next. */
  public int from(int user) {
    return from[user];
  }

  public int item(int entry) {
    return item[entry];
  }

  /** When this customer first bought this product, in milliseconds since 1970. */
  public long millis(int entry) {
    return millis[entry];
  }

  public int count(int entry) {
    return count[entry];
  }

  /** The customer's products in the order of their first purchase. */
  public int[] itemsOf(int user) {
    return Arrays.copyOfRange(item, from[user], from[user + 1]);
  }

  /** How many customers bought each product. */
  public int[] buyers() {
    int[] buyers = new int[items.size()];
    for (int each : item) {
      buyers[each]++;
    }
    return buyers;
  }

  /** How many products have a buyer; after {@link #only} some may have none. */
  public int boughtItems() {
    return (int) Arrays.stream(buyers()).filter(n -> n > 0).count();
  }

  /** The named entries only; customers and products keep their indices. */
  public Interactions only(BitSet entries) {
    int[] kept = entries.stream().toArray();
    int[] starts = new int[keys.length + 1];
    for (int user = 0, n = 0; user <= keys.length; user++) {
      while (n < kept.length && kept[n] < from[user]) {
        n++;
      }
      starts[user] = n;
    }
    return new Interactions(
        keys,
        items,
        starts,
        Arrays.stream(kept).map(e -> item[e]).toArray(),
        Arrays.stream(kept).mapToLong(e -> millis[e]).toArray(),
        Arrays.stream(kept).map(e -> count[e]).toArray());
  }

  /** Collects purchases in any order. */
  public static final class Builder {
    private record Purchase(long user, int code, long millis, int count) {}

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Purchase> purchases = new ArrayList<>();

    /**
     * Adds one purchase.
     *
     * @param count how often, at least 1
     */
    public Builder add(long user, String item, Instant time, int count) {
      if (count < 1) {
        throw new IllegalArgumentException("bought " + count + " times");
      }
      int code = codes.computeIfAbsent(item, any -> codes.size());
      purchases.add(new Purchase(user, code, time.toEpochMilli(), count));
      return this;
    }

    public Interactions build() {
      List<String> items = codes.keySet().stream().sorted().toList();
      int[] index = new int[items.size()];
      for (int i = 0; i < index.length; i++) {
        index[code(items.get(i))] = i;
      }
      List<Purchase> entries =
          merged(index).stream()
              .sorted(
                  Comparator.comparingLong(Purchase::user)
                      .thenComparingLong(Purchase::millis)
                      .thenComparingInt(Purchase::code))
              .toList();
      long[] keys = entries.stream().mapToLong(Purchase::user).distinct().toArray();
      return new Interactions(
          keys,
          items,
          starts(entries, keys),
          entries.stream().mapToInt(Purchase::code).toArray(),
          entries.stream().mapToLong(Purchase::millis).toArray(),
          entries.stream().mapToInt(Purchase::count).toArray());
    }

    private int code(String item) {
      return codes.getOrDefault(item, 0);
    }

    /** One purchase for each customer and product, with the index of the product. */
    private List<Purchase> merged(int[] index) {
      record Pair(long user, int item) {}
      Map<Pair, Purchase> pairs = new HashMap<>();
      for (Purchase p : purchases) {
        int item = index[p.code];
        pairs.merge(
            new Pair(p.user, item),
            new Purchase(p.user, item, p.millis, p.count),
            (a, b) ->
                new Purchase(
                    a.user, a.code, Math.min(a.millis, b.millis), Math.addExact(a.count, b.count)));
      }
      return List.copyOf(pairs.values());
    }

    private static int[] starts(List<Purchase> entries, long[] keys) {
      int[] starts = new int[keys.length + 1];
      for (int user = 0, n = 0; user < keys.length; user++) {
        starts[user] = n;
        while (n < entries.size() && entries.get(n).user == keys[user]) {
          n++;
        }
      }
      starts[keys.length] = entries.size();
      return starts;
    }
  }
}
