package insight.learn.cluster;

import insight.kernel.Refused;
import insight.learn.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The rows in scaled units, where the distance sees them. */
final class ScaledRows {
  /** A start ends when the centres move less than this share of the features' mean variance. */
  private static final double TOLERANCE = 1e-4;

  /** The same for starts that are made of others. */
  private static final double FINE = 1e-5;

  private static final int ROUNDS = 2;

  private final Scaling scaling;
  private final Distance distance;
  private final double[] flat;

  /** The rows before they are placed. */
  private final double[] plain;

  private final double still;

  ScaledRows(Scaling scaling, Distance distance, FeatureMatrix matrix) {
    this(scaling, distance, scaling.scaled(matrix));
  }

  private ScaledRows(Scaling scaling, Distance distance, double[] plain) {
    this.scaling = scaling;
    this.distance = distance;
    this.plain = plain;
    this.flat = distance.placed(plain, scaling.features().size());
    this.still = Lloyd.variance(flat, scaling.features().size());
  }

  /** Some of the rows, in the given order; a row may come more than once. */
  ScaledRows rows(int... some) {
    double[] picked = new double[some.length * columns()];
    for (int i = 0; i < some.length; i++) {
      System.arraycopy(plain, some[i] * columns(), picked, i * columns(), columns());
    }
    return new ScaledRows(scaling, distance, picked);
  }

  /** At most so many of the rows, spread over all of them by chance; ascending. */
  ScaledRows spread(int most, long seed) {
    if (rows() <= most) {
      return this;
    }
    SplittableRandom chance = new SplittableRandom(seed);
    int[] some = new int[most];
    for (int i = 0; i < most; i++) {
      int from = (int) ((long) i * rows() / most);
      int to = (int) ((i + 1L) * rows() / most);
      some[i] = from + chance.nextInt(to - from);
    }
    return rows(some);
  }

  /** The groups of the rows around the given centres. */
  Clustering around(double[] centres, Progress progress) {
    return clustering(Lloyd.run(flat, columns(), centres, 0, distance, 0, progress));
  }

  Scaling scaling() {
    return scaling;
  }

  double[] flat() {
    return flat;
  }

  int columns() {
    return scaling.features().size();
  }

  int rows() {
    return flat.length / columns();
  }

  /** How many different rows there are, counted up to {@code enough}. */
  int different(int enough) {
    TreeSet<double[]> found = new TreeSet<>((Comparator<double[]>) Arrays::compare);
    for (int from = 0; from < flat.length && found.size() < enough; from += columns()) {
      found.add(Arrays.copyOfRange(flat, from, from + columns()));
    }
    return found.size();
  }

  void requireDifferent(int k) {
    if (k < 2) {
      throw new IllegalArgumentException("groups are at least two, not " + k);
    }
    int different = different(k);
    if (different < k) {
      throw Refused.unprocessable("learn.groups.rows", different, k);
    }
  }

  /** One start. */
  Lloyd.Result start(int k, int iterations, long seed, Progress progress) {
    Seeding seeding = new Seeding(flat, columns(), distance, seed, () -> progress.at(0));
    return Lloyd.run(
        flat, columns(), seeding.centres(k), iterations, distance, TOLERANCE * still, progress);
  }

  /** The best of some starts, or what can be made of them all ({@link Recombination}). */
  Lloyd.Result recombined(List<Lloyd.Result> starts, int iterations, long seed, Progress progress) {
    List<Lloyd.Result> all = new ArrayList<>(starts);
    Lloyd.Result best = best(all);
    int rounds = distance == Distance.EUCLID && starts.size() > 1 ? ROUNDS : 0;
    for (int round = 0; round < rounds; round++) {
      List<Lloyd.Result> made = new ArrayList<>();
      for (double[] centres : Recombination.centres(flat, columns(), all, seed + round)) {
        progress.at((double) round / rounds);
        Progress silent = progress.part((double) round / rounds, (double) round / rounds);
        made.add(Lloyd.run(flat, columns(), centres, iterations, distance, FINE * still, silent));
      }
      if (made.isEmpty()) {
        return best;
      }
      all.add(best(made));
      best = best(all);
    }
    return best;
  }

  private static Lloyd.Result best(List<Lloyd.Result> results) {
    Lloyd.Result best = results.getFirst();
    for (Lloyd.Result result : results) {
      best = result.isBetterThan(best) ? result : best;
    }
    return best;
  }

  /** The groups of a start, numbered by falling size, equal ones by their centres. */
  Clustering clustering(Lloyd.Result result) {
    int k = result.sizes().length;
    double[][] centres = new double[k][];
    Arrays.setAll(
        centres, c -> Arrays.copyOfRange(result.centres(), c * columns(), (c + 1) * columns()));
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer c) -> -result.sizes()[c])
                    .thenComparing(c -> centres[c], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] byOrder = Arrays.stream(order).mapToObj(c -> centres[c]).toArray(double[][]::new);
    int[] sizes = Arrays.stream(order).map(c -> result.sizes()[c]).toArray();
    double[][] typical = distance == Distance.COSINE ? means(result, order) : byOrder;
    return new Clustering(scaling, distance, byOrder, typical, sizes, result.inertia());
  }

  private double[][] means(Lloyd.Result result, int[] order) {
    double[][] sums = new double[order.length][columns()];
    for (int i = 0; i < plain.length; i++) {
      sums[result.groups()[i / columns()]][i % columns()] += plain[i];
    }
    return Arrays.stream(order)
        .mapToObj(
            c -> Arrays.stream(sums[c]).map(sum -> sum / Math.max(1, result.sizes()[c])).toArray())
        .toArray(double[][]::new);
  }
}
