package insight.bench;

import insight.it.Product;
import insight.launch.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Warm start to {@code /health/ready}, and the memory of all processes together after it. */
final class StartBench implements Runnable {
  private static final double WARM_SECONDS = 20;
  private static final double MEGABYTES = 1024;

  @Override
  public void run() {
    Path data = Path.of("target", "bench", "start");
    DirectoryTree.delete(data);
    try (Product first = Product.start(data, Map.of())) {
      Print.line("first start: database made, schema migrated, " + first.at("/"));
    }
    long begin = System.nanoTime();
    try (Product warm = Product.start(data, Map.of())) {
      Print.against(
          "warm start to /health/ready", (System.nanoTime() - begin) / 1e9, WARM_SECONDS, "s");
      Product.sleep(5000);
      Print.against("memory of all processes together (PSS)", pss(warm) / 1024.0, MEGABYTES, "MB");
    }
  }

  /** Proportional set size of the launcher and all below it, in kB. */
  private static long pss(Product product) {
    return Stream.concat(Stream.of(product.launcher().toHandle()), product.launcher().descendants())
        .mapToLong(p -> pss(p.pid()))
        .sum();
  }

  private static long pss(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(l -> l.startsWith("Pss:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
