package insight.soak;

import insight.bench.Print;
import insight.bench.TrackingClient;
import insight.it.Product;
import insight.launch.DirectoryTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Tracks for minutes on end; the portal's memory must not grow after the first two of them. */
final class Load {
  private static final int CONNECTIONS = 8;
  private static final double GROWTH = 1.1;

  private Load() {}

  /** Runs for so many minutes; false when requests failed or memory grew. */
  static boolean run(int minutes) {
    Path data = Path.of("target", "soak", "load");
    DirectoryTree.delete(data);
    try (Product product = Product.start(data, Map.of())) {
      String key =
          product
              .source(
                  "{\"name\":\"load\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}")
              .getString("writeKey");
      TrackingClient client = new TrackingClient(product, key);
      long early = 0;
      long latest = 0;
      long failed = 0;
      for (int minute = 1; minute <= minutes; minute++) {
        TrackingClient.Run run = client.run(Duration.ofMinutes(1), CONNECTIONS);
        latest = product.portalMemory();
        early = minute <= 2 ? latest : early;
        failed += run.failed();
        Print.line(
            String.format(
                Locale.ROOT,
                "minute %d: %.0f events/s, p99 %.0f ms, told to wait %d, failed %d, memory %d MB",
                minute,
                run.perSecond(),
                run.millis(0.99),
                run.refused(),
                run.failed(),
                latest / 1024));
      }
      return failed == 0 && latest <= early * GROWTH;
    }
  }
}
