package insight.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Scikit-learn in a Python process of its own, if this machine has it. */
final class ScikitLearn {
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
  private static final String K_MEANS =
      """
      import sys, time, warnings
      import numpy as np
      from sklearn.cluster import KMeans
      warnings.simplefilter("ignore")
      file, columns, k, starts, rounds, iterations = sys.argv[1], *map(int, sys.argv[2:])
      rows = np.fromfile(file, dtype=">f8").astype(np.float64).reshape(-1, columns)
      seconds, inertia = 0, float("inf")
      for seed in range(rounds):
          begin = time.perf_counter()
          model = KMeans(k, init="k-means++", n_init=starts, max_iter=iterations,
                         algorithm="lloyd", random_state=seed).fit(rows)
          seconds += time.perf_counter() - begin
          inertia = min(inertia, model.inertia_)
      print(seconds / starts / rounds, inertia)
      """;

  private final String python;

  private ScikitLearn(String python) {
    this.python = python;
  }

  static Optional<ScikitLearn> find() {
    return PYTHONS.stream().filter(python -> works(python)).findFirst().map(ScikitLearn::new);
  }

  private static boolean works(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import sklearn")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Seconds of one start, and the least inertia of {@code starts × rounds}. */
  double[] kMeans(Path file, int columns, int k, int starts, int rounds, int iterations)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(python, "-c", K_MEANS, file.toString());
    for (int argument : new int[] {columns, k, starts, rounds, iterations}) {
      builder.command().add(Integer.toString(argument));
    }
    builder.environment().put("OMP_NUM_THREADS", "2");
    builder.environment().put("OPENBLAS_NUM_THREADS", "2");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Arrays.stream(out.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
