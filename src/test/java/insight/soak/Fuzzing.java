package insight.soak;

import insight.bench.Print;
import insight.corpus.BadMessages;
import insight.corpus.BadRows;
import insight.corpus.Specimen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for input that a reader does not stand, each target in a process of its own: Jazzer ends it
 * with the first finding, which then lies in {@code target/soak/fuzz}.
 */
final class Fuzzing {
  private static final Path FOLDER = Path.of("target", "soak", "fuzz").toAbsolutePath();
  private static final Map<String, List<String>> TARGETS =
      Map.of(
          "insight.collect.CollectFuzz",
          List.of("csvRecords", "jsonEvent", "mapping", "timesAndNumbers"));

  private Fuzzing() {}

  /** Runs each target for so many minutes; false when one found something. */
  static boolean run(int minutes) {
    boolean clean = true;
    for (Map.Entry<String, List<String>> type : TARGETS.entrySet()) {
      for (String method : type.getValue()) {
        clean &= target(type.getKey(), method, minutes);
      }
    }
    return clean;
  }

  private static boolean target(String type, String method, int minutes) {
    try {
      Path corpus = Files.createDirectories(FOLDER.resolve(method));
      plant(corpus, method);
      Path log = FOLDER.resolve(method + ".log");
      Process process =
          new ProcessBuilder(command(type, method, minutes, corpus))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int exit = process.waitFor();
      String last =
          Files.readAllLines(log).stream()
              .filter(l -> l.startsWith("Done "))
              .findFirst()
              .orElse("");
      Print.line(
          method + ": " + (exit == 0 ? "nothing found. " + last : "FOUND SOMETHING, see " + log));
      return exit == 0;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where to begin: the corpus of bad input is a good place. */
  static void plant(Path corpus, String method) throws IOException {
    List<Specimen> seeds =
        switch (method) {
          case "jsonEvent" -> BadMessages.of(1);
          case "csvRecords" -> BadRows.of(1);
          default -> List.of();
        };
    for (int i = 0; i < seeds.size(); i++) {
      String text = seeds.get(i).text();
      if (text.length() < 2_000) {
        Files.writeString(corpus.resolve("seed-" + i), text);
      }
    }
    if (method.equals("mapping")) {
      Files.writeString(corpus.resolve("seed"), BadRows.MAPPING);
    }
  }

  private static List<String> command(String type, String method, int minutes, Path corpus) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx700m",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + type,
            "--target_method=" + method,
            "--instrumentation_includes=insight.**",
            "--reproducer_path=" + FOLDER,
            "-artifact_prefix=" + FOLDER.resolve(method + "-"),
            "-max_len=4096",
            "-max_total_time=" + minutes * 60,
            corpus.toString()));
  }
}
