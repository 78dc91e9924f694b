package insight.bench;

import insight.learn.Progress;
import insight.learn.Trained;
import insight.learn.cluster.Clustering;
import insight.learn.cluster.Distance;
import insight.learn.cluster.FeatureMatrix;
import insight.learn.cluster.KMeans;
import insight.learn.cluster.Scaling;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Our k-means against scikit-learn's on the same million rows in the same run, two threads each,
 * k-means++ starts and the same limits: six round groups (blobs), and amounts without any groups
 * (log-normal), where many more iterations are needed. Scikit-learn is only met here; without it
 * the figures of ours stand alone.
 */
final class KMeansBench implements Runnable {
  private static final int ROWS = 1_000_000;
  private static final int COLUMNS = 8;
  private static final int K = 6;
  private static final int STARTS = 5;
  private static final int PEER_STARTS = 20;
  private static final int ITERATIONS = 300;
  private static final double INERTIA = 1.001;
  private static final double TIME = 1.5;

  /** Seconds of one start, and the least inertia of all. */
  private record Took(double seconds, double inertia) {}

  @Override
  public void run() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "bench", "kmeans"));
      Optional<ScikitLearn> peer = ScikitLearn.find();
      if (peer.isEmpty()) {
        Print.line("scikit-learn was not found (Debian: apt-get install python3-sklearn):");
        Print.line("no peer in this run, our own figures only.");
      }
      for (boolean blobs : new boolean[] {true, false}) {
        measure(blobs ? "blobs" : "log-normal", values(blobs), folder, peer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(String data, double[] values, Path folder, Optional<ScikitLearn> peer)
      throws IOException {
    Took ours = ours(values);
    say("%s: ours %.3f s a start, inertia %.0f", data, ours.seconds(), ours.inertia());
    if (peer.isPresent()) {
      Path file = folder.resolve(data + ".f64");
      write(values, file);
      double[] theirs =
          peer.get().kMeans(file, COLUMNS, K, STARTS, PEER_STARTS / STARTS, ITERATIONS);
      Files.delete(file);
      say("%s: scikit-learn %.3f s a start, inertia %.0f", data, theirs[0], theirs[1]);
      Print.against(
          data + ": inertia / best of " + PEER_STARTS + " peers",
          ours.inertia() / theirs[1],
          INERTIA,
          "×");
      Print.against(data + ": seconds a start / peer's", ours.seconds() / theirs[0], TIME, "×");
    }
  }

  /** Four trainings of five starts, as the peer does; the first warms up and does not count. */
  private static Took ours(double[] values) {
    List<String> names = IntStream.range(0, COLUMNS).mapToObj(i -> "x" + i).toList();
    FeatureMatrix matrix = FeatureMatrix.of(names, values);
    Scaling none =
        new Scaling(names.stream().map(n -> new Scaling.Feature(n, false, 0, 1)).toList());
    double seconds = 0;
    double inertia = 0;
    int rounds = PEER_STARTS / STARTS;
    for (int round = 0; round <= rounds; round++) {
      long begin = System.nanoTime();
      Trained<Clustering> trained =
          new KMeans(STARTS, ITERATIONS, round, Distance.EUCLID)
              .train(matrix, none, K, Progress.NONE);
      double took = (System.nanoTime() - begin) / 1e9;
      seconds += round == 0 ? 0 : took / STARTS / rounds;
      inertia = Math.max(inertia, trained.model().inertia());
    }
    return new Took(seconds, inertia);
  }

  private static double[] values(boolean blobs) {
    Random chance = new Random(blobs ? 11 : 12);
    double[] centres = chance.doubles(K * COLUMNS, -10, 10).toArray();
    double[] values = new double[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      int row = i / COLUMNS;
      double normal = chance.nextGaussian();
      values[i] = blobs ? centres[row % K * COLUMNS + i % COLUMNS] + normal : Math.exp(normal);
    }
    return values;
  }

  private static void write(double[] values, Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (double value : values) {
        out.writeDouble(value);
      }
    }
  }

  private static void say(String pattern, Object... values) {
    Print.line(String.format(Locale.ROOT, pattern, values));
  }
}
