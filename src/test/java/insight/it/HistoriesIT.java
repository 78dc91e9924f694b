package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * R3: ten thousand random histories of delivery. The events of each are sent one to five times, out
 * of order, in batches that overlap, by several senders at once; what is stored is what happened.
 */
class HistoriesIT {
  private static final int HISTORIES = 10_000;
  private static final int SENDERS = 6;
  private static final int LARGEST_BATCH = 400;
  private static final long SEED = 7;

  private final Random random = new Random(SEED);
  private final List<String> deliveries = new ArrayList<>();
  private final Map<String, String> expected = new TreeMap<>();
  private long events;

  @Test
  void deliveredTwiceAndInAnyOrderEachEventCountsOnce() {
    Product product = SharedProduct.get();
    JsonObject source =
        product.source(
            "{\"name\":\"histories\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}");
    for (int i = 0; i < HISTORIES; i++) {
      history("h" + i);
    }
    Collections.shuffle(deliveries, random);
    long[] answered = deliver(product, source.getString("writeKey"));
    assertEquals(0, answered[2], "rejected");
    assertEquals(events, answered[0], "acknowledged as new");
    assertEquals(deliveries.size() - events, answered[1], "acknowledged as known");
    assertEquals(expected, stored(product, source.getString("id")));
    JsonObject counts =
        product.json("/api/v1/sources/" + source.getString("id")).getJsonObject("counts");
    assertEquals(events, counts.getInt("accepted"));
    assertEquals(deliveries.size() - events, counts.getInt("duplicates"));
    assertEquals(events, counts.getInt("late"), "all of them lie in the past");
  }

  /**
   * One to eight events of a session: looks, and perhaps an order of two lines, cancelled or not.
   */
  private void history(String name) {
    int looks = random.nextInt(7);
    boolean order = looks == 0 || random.nextInt(3) == 0;
    boolean cancelled = order && random.nextInt(3) == 0;
    for (int i = 0; i < looks; i++) {
      event(name, "Product Viewed", "v" + i, "\"product_id\":\"p" + i + "\"");
    }
    if (order) {
      event(
          name,
          "Order Completed",
          "o",
          "\"order_id\":\"%s\",\"products\":[{\"product_id\":\"a\",\"price\":2.5},{\"product_id\":\"b\",\"price\":1,\"quantity\":3}]"
              .formatted(name));
    }
    if (cancelled) {
      event(name, "Order Cancelled", "c", "\"order_id\":\"" + name + "\"");
    }
    int rows = looks + (order ? 2 : 0) + (cancelled ? 1 : 0);
    expected.put(name, rows + " " + (order && !cancelled ? 550 : 0));
  }

  private void event(String session, String name, String id, String properties) {
    String message =
        "{\"type\":\"track\",\"event\":\"%s\",\"messageId\":\"%s-%s\",\"userId\":\"u%d\",\"timestamp\":\"2025-03-05T10:00:00Z\",\"properties\":{\"session_id\":\"%s\",%s}}"
            .formatted(name, session, id, session.hashCode() & 1023, session, properties);
    events++;
    for (int times = 1 + random.nextInt(5); times > 0; times--) {
      deliveries.add(message);
    }
  }

  /** Accepted, duplicates and rejected, as the answers said. */
  private long[] deliver(Product product, String key) {
    List<Callable<JsonObject>> batches = new ArrayList<>();
    for (int from = 0; from < deliveries.size(); ) {
      int to = Math.min(deliveries.size(), from + 1 + random.nextInt(LARGEST_BATCH));
      String batch = "{\"batch\":[" + String.join(",", deliveries.subList(from, to)) + "]}";
      batches.add(() -> product.track(key, batch));
      from = to;
    }
    long[] sums = new long[3];
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      for (Future<JsonObject> answer : senders.invokeAll(batches)) {
        sums[0] += answer.get().getInt("accepted");
        sums[1] += answer.get().getInt("duplicates");
        sums[2] += answer.get().getJsonArray("rejected").size();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return sums;
  }

  /** By session: rows, and the value of the sales that stand, in pence. */
  private static Map<String, String> stored(Product product, String source) {
    Map<String, String> stored = new HashMap<>();
    for (String row :
        product.rows(
            "select session, count(*), coalesce(sum(amount_minor) filter (where class = 1), 0)"
                + " from co_event where source_id = "
                + source
                + " group by session")) {
      int blank = row.indexOf(' ');
      stored.put(row.substring(0, blank), row.substring(blank + 1));
    }
    return new TreeMap<>(stored);
  }
}
