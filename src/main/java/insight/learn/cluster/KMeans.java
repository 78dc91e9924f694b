package insight.learn.cluster;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.Provenance;
import insight.learn.Trained;
import insight.learn.measure.AdjustedRand;
import insight.learn.measure.Silhouette;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tribuo.Tribuo;

/**
 * k-means by Lloyd's iterations from k-means++ starts (Arthur and Vassilvitskii 2007). One start
 * may end in a poor local optimum, so several are made, each with its own seed derived from the
 * given one, and the one with the least inertia wins.
 *
 * @param restarts how many starts
 * @param iterations at most how many iterations a start takes
 */
public record KMeans(int restarts, int iterations, long seed) {
  private static final int SAME_K_SEEDS = 1_000;

  public KMeans {
    if (restarts < 1 || iterations < 1) {
      throw new IllegalArgumentException("restarts " + restarts + ", iterations " + iterations);
    }
  }

  /** Five starts of at most 100 iterations. */
  public static KMeans seeded(long seed) {
    return new KMeans(5, 100, seed);
  }

  /**
   * Finds k groups.
   *
   * @throws Refused when there are fewer than k different rows
   */
  public Trained<Clustering> train(
      FeatureMatrix matrix, Scaling scaling, int k, Progress progress) {
    long start = System.nanoTime();
    ScaledRows rows = new ScaledRows(scaling, matrix);
    rows.requireDifferent(k);
    Clustering model = fit(rows, k, seed, progress);
    return new Trained<>(model, provenance(rows, k, System.nanoTime() - start));
  }

  /**
   * Tries every k from {@code least} to {@code most} and takes the one with the highest mean
   * silhouette; of equal ones the smallest. A k with fewer different rows is not tried.
   *
   * @throws Refused when there are fewer than {@code least} different rows
   */
  public KChoice choose(
      FeatureMatrix matrix, Scaling scaling, int least, int most, Progress progress) {
    if (least > most) {
      throw new IllegalArgumentException("from " + least + " to " + most + " groups");
    }
    long start = System.nanoTime();
    ScaledRows rows = new ScaledRows(scaling, matrix);
    rows.requireDifferent(least);
    int last = Math.min(most, rows.different(most));
    List<KChoice.Candidate> candidates = new ArrayList<>();
    List<Clustering> models = new ArrayList<>();
    int best = 0;
    for (int k = least; k <= last; k++) {
      double share = 1.0 / (last - least + 1);
      Progress part = progress.part((k - least) * share, (k - least + 1) * share);
      Clustering model = fit(rows, k, seed, part.part(0, .7));
      candidates.add(candidate(rows, model, part.part(.7, 1)));
      models.add(model);
      best =
          candidates.getLast().silhouette() > candidates.get(best).silhouette() ? k - least : best;
    }
    Clustering model = models.get(best);
    Provenance provenance = provenance(rows, model.k(), System.nanoTime() - start);
    return new KChoice(new Trained<>(model, provenance), candidates);
  }

  private KChoice.Candidate candidate(ScaledRows rows, Clustering model, Progress progress) {
    int[] groups = model.assignScaled(rows.flat());
    double silhouette = Silhouette.mean(rows.flat(), rows.columns(), groups, seed, progress);
    return new KChoice.Candidate(model.k(), silhouette, model.inertia());
  }

  /** Trains again with {@code reseeds} other seeds and compares the groups of all rows. */
  public Stability stability(
      FeatureMatrix matrix, Clustering model, int reseeds, Progress progress) {
    if (reseeds < 1) {
      throw new IllegalArgumentException("reseeds " + reseeds);
    }
    ScaledRows rows = new ScaledRows(model.scaling(), matrix);
    rows.requireDifferent(model.k());
    int[] groups = model.assignScaled(rows.flat());
    SplittableRandom seeds = new SplittableRandom(seed + SAME_K_SEEDS);
    double sum = 0;
    double least = 1;
    for (int i = 0; i < reseeds; i++) {
      Progress part = progress.part((double) i / reseeds, (i + 1.0) / reseeds);
      Clustering other = fit(rows, model.k(), seeds.nextLong(), part);
      double agreement = AdjustedRand.of(groups, other.assignScaled(rows.flat()));
      sum += agreement;
      least = Math.min(least, agreement);
    }
    return new Stability(sum / reseeds, least, reseeds);
  }

  private Clustering fit(ScaledRows rows, int k, long from, Progress progress) {
    SplittableRandom seeds = new SplittableRandom(from);
    Clustering best = rows.cluster(k, iterations, seeds.nextLong(), part(progress, 0));
    for (int restart = 1; restart < restarts; restart++) {
      Clustering next = rows.cluster(k, iterations, seeds.nextLong(), part(progress, restart));
      best = next.isBetterThan(best) ? next : best;
    }
    return best;
  }

  private Progress part(Progress progress, int restart) {
    return progress.part((double) restart / restarts, (restart + 1.0) / restarts);
  }

  private Provenance provenance(ScaledRows rows, int k, long nanos) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("k", Integer.toString(k));
    parameters.put("restarts", Integer.toString(restarts));
    parameters.put("iterations", Integer.toString(iterations));
    parameters.put("start", "k-means++");
    parameters.put("distance", "Euclidean");
    parameters.put("threads", "1");
    for (Scaling.Feature feature : rows.scaling().features()) {
      parameters.put("scaling." + feature.name(), feature.logged() ? "log, z-score" : "z-score");
    }
    return new Provenance(
        "k-means",
        "Tribuo",
        Tribuo.VERSION,
        Runtime.version().toString(),
        parameters,
        seed,
        rows.rows(),
        rows.scaling().names(),
        nanos / 1_000_000);
  }
}
