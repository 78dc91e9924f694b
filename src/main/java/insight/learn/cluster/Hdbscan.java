package insight.learn.cluster;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.Trained;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * HDBSCAN* (Campello, Moulavi and Sander 2013): groups are places denser than what is around them,
 * as many as there are, of any shape; rows in thin places are in none. A seeded sample stands for
 * many rows.
 *
 * @param neighbours how many make a place dense
 * @param leastShare of all rows that a group needs
 */
public record Hdbscan(int neighbours, double leastShare, long seed, Distance distance) {
  private static final int MOST_ROWS = 5_000;
  private static final int LEAST_ROWS = 5;

  public Hdbscan {
    if (neighbours < 1 || !(leastShare > 0 && leastShare < 1)) {
      throw new IllegalArgumentException(neighbours + " neighbours, share " + leastShare);
    }
  }

  /**
   * Finds the groups.
   *
   * @throws Refused when no place is denser than the others
   */
  public Trained<DensityGroups> train(FeatureMatrix matrix, Scaling scaling, Progress progress) {
    long start = System.nanoTime();
    ScaledRows rows = new ScaledRows(scaling, distance, matrix);
    ScaledRows sample = rows.spread(MOST_ROWS, seed);
    DensityGroups model = fit(sample, progress);
    if (model.k() < 2) {
      throw Refused.unprocessable("learn.groups.density");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("neighbours", Integer.toString(neighbours));
    parameters.put("leastShare", Double.toString(leastShare));
    parameters.put("distance", distance.word());
    parameters.put("sample", Integer.toString(sample.rows()));
    scaling.describe(parameters);
    return new Trained<>(
        model,
        OwnWork.provenance(
            "HDBSCAN*", parameters, seed, rows.rows(), scaling.names(), System.nanoTime() - start));
  }

  private DensityGroups fit(ScaledRows rows, Progress progress) {
    double[] flat = rows.flat();
    SpanningTree.Linked linked =
        SpanningTree.of(flat, rows.columns(), distance, neighbours, () -> progress.at(0));
    int least = Math.max(LEAST_ROWS, (int) Math.round(leastShare * rows.rows()));
    CondensedTree.Groups found = CondensedTree.groups(linked.tree(), least);
    return bySize(rows, linked.cores(), found);
  }

  private DensityGroups bySize(ScaledRows rows, double[] cores, CondensedTree.Groups found) {
    int k = found.reach().length;
    int[] sizes = new int[k];
    Arrays.stream(found.groups()).filter(g -> g >= 0).forEach(g -> sizes[g]++);
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingInt((Integer g) -> -sizes[g]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[k];
    for (int i = 0; i < k; i++) {
      rank[order[i]] = i;
    }
    return new DensityGroups(
        rows.scaling(),
        distance,
        rows.flat(),
        cores,
        Arrays.stream(found.groups()).map(g -> g < 0 ? DensityGroups.NONE : rank[g]).toArray(),
        Arrays.stream(order).mapToDouble(g -> found.reach()[g]).toArray());
  }

  /**
   * Whether other samples of the rows, and the rows of bootstrap samples taken once each (a row
   * that counts twice would look like a dense place), give the same groups.
   */
  public Stability stability(
      FeatureMatrix matrix, DensityGroups model, int repeats, Progress progress) {
    ScaledRows all = new ScaledRows(model.scaling(), distance, matrix);
    ScaledRows rows = all.spread(MOST_ROWS, seed + 1);
    int[] groups = model.assignPlaced(rows.flat(), () -> progress.at(0));
    return new Repeats(rows.rows(), List.of(groups), seed)
        .measure(
            repeats,
            all.rows() > MOST_ROWS,
            (drawn, other, told) -> List.of(again(all, rows, drawn, other, told)),
            progress)
        .getFirst();
  }

  private int[] again(
      ScaledRows all, ScaledRows rows, Optional<int[]> drawn, long other, Progress told) {
    ScaledRows from =
        drawn
            .map(some -> rows.rows(Arrays.stream(some).distinct().toArray()))
            .orElseGet(() -> all.spread(MOST_ROWS, other));
    return fit(from, told).assignPlaced(rows.flat(), () -> told.at(0));
  }
}
