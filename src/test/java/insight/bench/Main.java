package insight.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs all benchmarks, or the one that is named. */
public final class Main {
  private static final Map<String, Runnable> BENCHES = new LinkedHashMap<>();

  static {
    BENCHES.put("start", new StartBench());
    BENCHES.put("import", new ImportBench());
    BENCHES.put("snapshot", new SnapshotBench());
    BENCHES.put("tracking", new TrackingBench());
    BENCHES.put("models", new ModelsBench());
    BENCHES.put("churn", new ChurnBench());
    BENCHES.put("kmeans", new KMeansBench());
  }

  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0 && !BENCHES.containsKey(arguments[0])) {
      Print.line("There is no benchmark " + arguments[0] + ". Known: " + BENCHES.keySet());
      System.exit(2);
    }
    BENCHES.forEach(
        (name, bench) -> {
          if (arguments.length == 0 || arguments[0].equals(name)) {
            bench.run();
          }
        });
    System.exit(0);
  }
}
