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

/**
 * Hierarchical grouping by Ward's criterion: the two groups whose union adds least to the inertia
 * are put together, until one is left; the tree is cut where wanted.
 *
 * @param distance straight line or angle; Ward's criterion knows no medians
 */
public record Ward(long seed, Distance distance) {
  /** Stability is measured on at most so many rows. */
  private static final int ENOUGH_ROWS = 20_000;

  public Ward {
    if (distance == Distance.L1) {
      throw new IllegalArgumentException("Ward's criterion needs means");
    }
  }

  /** The best cut, and every cut that was tried. */
  public record Choice(Trained<Hierarchy> best, List<KChoice.Candidate> candidates) {
    public Choice {
      candidates = List.copyOf(candidates);
    }

    public KChoice.Candidate chosen() {
      int k = best.model().groups().k();
      return candidates.stream().filter(c -> c.k() == k).findFirst().orElseThrow();
    }
  }

  /**
   * Cuts into every number of groups from {@code least} to {@code most} and takes the one with the
   * highest silhouette of those that are stable, of all when none is.
   *
   * @param repeats how many bootstrap samples (and other seeds, where small groups stand for rows)
   * @throws Refused when there are fewer than {@code least} different rows
   */
  public Choice choose(
      FeatureMatrix matrix, Scaling scaling, int least, int most, int repeats, Progress progress) {
    long start = System.nanoTime();
    ScaledRows rows = new ScaledRows(scaling, distance, matrix);
    rows.requireDifferent(least);
    int last = Math.min(most, rows.different(most));
    WardTree tree = WardTree.of(rows, distance, seed, progress.part(0, .3));
    List<Clustering> models = new ArrayList<>();
    for (int k = least; k <= last; k++) {
      models.add(rows.around(tree.centres(k, distance), progress.part(.3, .3)));
    }
    List<Stability> stable = stability(rows, models, repeats, progress.part(.3, .9));
    List<KChoice.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      Progress part = progress.part(.9 + .1 * i / models.size(), .9 + .1 * (i + 1) / models.size());
      candidates.add(candidate(rows, models.get(i), stable.get(i), part));
    }
    Clustering best = models.get(KMeans.best(candidates));
    return new Choice(
        new Trained<>(
            new Hierarchy(best, tree.dendrogram()),
            provenance(rows, tree, best.k(), System.nanoTime() - start)),
        candidates);
  }

  private KChoice.Candidate candidate(
      ScaledRows rows, Clustering model, Stability stability, Progress progress) {
    int[] groups = model.assignPlaced(rows.flat());
    double silhouette = Silhouette.mean(rows.flat(), rows.columns(), groups, seed, progress);
    return new KChoice.Candidate(model.k(), silhouette, model.inertia(), stability);
  }

  /** Of all cuts at once, since a tree is the same for all of them. */
  private List<Stability> stability(
      ScaledRows all, List<Clustering> models, int repeats, Progress progress) {
    ScaledRows rows = all.spread(ENOUGH_ROWS, seed);
    List<int[]> groups = models.stream().map(m -> m.assignPlaced(rows.flat())).toList();
    return new Repeats(rows.rows(), groups, seed)
        .measure(
            repeats,
            rows.rows() > WardTree.MOST_ROWS,
            (drawn, other, told) -> {
              ScaledRows from = drawn.map(rows::rows).orElse(rows);
              WardTree tree = WardTree.of(from, distance, other, told);
              return models.stream()
                  .map(m -> from.around(tree.centres(m.k(), distance), told))
                  .map(again -> again.assignPlaced(rows.flat()))
                  .toList();
            },
            progress);
  }

  private Provenance provenance(ScaledRows rows, WardTree tree, int k, long nanos) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("k", Integer.toString(k));
    parameters.put("distance", distance.word());
    parameters.put("leaves", Integer.toString(tree.sizes().length));
    rows.scaling().describe(parameters);
    return OwnWork.provenance(
        "Ward hierarchy", parameters, seed, rows.rows(), rows.scaling().names(), nanos);
  }
}
