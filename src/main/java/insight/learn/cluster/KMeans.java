package insight.learn.cluster;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.Provenance;
import insight.learn.Trained;
import insight.learn.measure.Silhouette;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * k-means by Lloyd's iterations from k-means++ starts. One start may end in a poor local optimum,
 * so several are made, each with its own seed derived from the given one, then one more of what
 * they found ({@link Recombination}), and the one with the least inertia wins. Two threads work;
 * the result does not depend on it.
 *
 * @param restarts how many starts
 * @param iterations at most how many iterations a start takes
 */
public record KMeans(int restarts, int iterations, long seed, Distance distance) {
  private static final int SAME_K_SEEDS = 1_000;

  /** Stability is measured on at most so many rows. */
  private static final int ENOUGH_ROWS = 20_000;

  public KMeans {
    if (restarts < 1 || iterations < 1) {
      throw new IllegalArgumentException("restarts " + restarts + ", iterations " + iterations);
    }
  }

  /** Five starts of at most 300 iterations. */
  public static KMeans seeded(long seed) {
    return new KMeans(5, 300, seed, Distance.EUCLID);
  }

  /**
   * Finds k groups.
   *
   * @throws Refused when there are fewer than k different rows
   */
  public Trained<Clustering> train(
      FeatureMatrix matrix, Scaling scaling, int k, Progress progress) {
    long start = System.nanoTime();
    ScaledRows rows = new ScaledRows(scaling, distance, matrix);
    rows.requireDifferent(k);
    Clustering model = fit(rows, k, seed, progress);
    return new Trained<>(model, provenance(rows, k, System.nanoTime() - start));
  }

  /**
   * Tries every k from {@code least} to {@code most} and takes the one with the highest mean
   * silhouette of those that are stable, of all when none is; of equal ones the smallest. A k with
   * fewer different rows is not tried.
   *
   * @param repeats how many other seeds, and how many bootstrap samples, each k is tried with
   * @throws Refused when there are fewer than {@code least} different rows
   */
  public KChoice choose(
      FeatureMatrix matrix, Scaling scaling, int least, int most, int repeats, Progress progress) {
    if (least > most) {
      throw new IllegalArgumentException("from " + least + " to " + most + " groups");
    }
    long start = System.nanoTime();
    ScaledRows rows = new ScaledRows(scaling, distance, matrix);
    rows.requireDifferent(least);
    int last = Math.min(most, rows.different(most));
    List<KChoice.Candidate> candidates = new ArrayList<>();
    List<Clustering> models = new ArrayList<>();
    for (int k = least; k <= last; k++) {
      double share = 1.0 / (last - least + 1);
      Progress part = progress.part((k - least) * share, (k - least + 1) * share);
      Clustering model = fit(rows, k, seed, part.part(0, .3));
      candidates.add(candidate(rows, model, repeats, part.part(.3, 1)));
      models.add(model);
    }
    Clustering model = models.get(best(candidates));
    Provenance provenance = provenance(rows, model.k(), System.nanoTime() - start);
    return new KChoice(new Trained<>(model, provenance), candidates);
  }

  static int best(List<KChoice.Candidate> candidates) {
    int best = 0;
    for (int i = 1; i < candidates.size(); i++) {
      KChoice.Candidate one = candidates.get(i);
      KChoice.Candidate other = candidates.get(best);
      boolean stable = one.stability().enough();
      if (stable == other.stability().enough() ? one.silhouette() > other.silhouette() : stable) {
        best = i;
      }
    }
    return best;
  }

  private KChoice.Candidate candidate(
      ScaledRows rows, Clustering model, int repeats, Progress progress) {
    int[] groups = model.assignPlaced(rows.flat());
    double silhouette =
        Silhouette.mean(rows.flat(), rows.columns(), groups, seed, progress.part(0, .3));
    return new KChoice.Candidate(
        model.k(),
        silhouette,
        model.inertia(),
        stability(rows, model, repeats, progress.part(.3, 1)));
  }

  /** Trains again {@code repeats} times with other seeds, and on as many bootstrap samples. */
  public Stability stability(
      FeatureMatrix matrix, Clustering model, int repeats, Progress progress) {
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats " + repeats);
    }
    ScaledRows rows = new ScaledRows(model.scaling(), distance, matrix);
    rows.requireDifferent(model.k());
    return stability(rows, model, repeats, progress);
  }

  private Stability stability(ScaledRows all, Clustering model, int repeats, Progress progress) {
    ScaledRows rows = all.spread(ENOUGH_ROWS, seed);
    return new Repeats(rows.rows(), List.of(model.assignPlaced(rows.flat())), seed + SAME_K_SEEDS)
        .measure(
            repeats,
            true,
            (drawn, other, told) ->
                List.of(
                    fit(drawn.map(rows::rows).orElse(rows), model.k(), other, told)
                        .assignPlaced(rows.flat())),
            progress)
        .getFirst();
  }

  private Clustering fit(ScaledRows rows, int k, long from, Progress progress) {
    SplittableRandom seeds = new SplittableRandom(from);
    List<Lloyd.Result> starts = new ArrayList<>();
    for (int i = 0; i < restarts; i++) {
      Progress part = progress.part(i / (restarts + 1.0), (i + 1) / (restarts + 1.0));
      starts.add(rows.start(k, iterations, seeds.nextLong(), part));
    }
    Progress last = progress.part(restarts / (restarts + 1.0), 1);
    return rows.clustering(rows.recombined(starts, iterations, seeds.nextLong(), last));
  }

  private Provenance provenance(ScaledRows rows, int k, long nanos) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("k", Integer.toString(k));
    parameters.put("restarts", Integer.toString(restarts));
    parameters.put("iterations", Integer.toString(iterations));
    parameters.put("start", "k-means++, recombined");
    parameters.put("distance", distance.word());
    parameters.put("threads", "2");
    rows.scaling().describe(parameters);
    return OwnWork.provenance(
        "k-means", parameters, seed, rows.rows(), rows.scaling().names(), nanos);
  }
}
