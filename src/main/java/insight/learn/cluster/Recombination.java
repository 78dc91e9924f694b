package insight.learn.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A further start made of what the others found, after an idea of Baldassi (2022). The rows that
 * all starts put together form cells; grouping whole cells costs exactly what grouping their rows
 * would, so that many starts over the few cells, which take no time, find the best way to put the
 * parts of the solutions together. Only for straight-line distances.
 */
final class Recombination {
  private static final int STARTS = 60;
  private static final int ITERATIONS = 30;
  private static final int PROPOSALS = 4;

  /** Proposals whose costs differ by less are taken for the same. */
  private static final double ALIKE = 1e-5;

  private static final int MOST_KEYS = 1 << 16;

  private final int k;
  private final int columns;
  private final double[] weights;
  private final double[] means;

  private Recombination(int k, int columns, double[] weights, double[] means) {
    this.k = k;
    this.columns = columns;
    this.weights = weights;
    this.means = means;
  }

  /** Centres to start from, the most promising first; none when all starts agree. */
  static List<double[]> centres(double[] rows, int columns, List<Lloyd.Result> results, long seed) {
    int k = results.getFirst().sizes().length;
    List<int[]> solutions =
        results.stream()
            .sorted(Comparator.comparingDouble(Lloyd.Result::inertia))
            .limit((int) (Math.log(MOST_KEYS) / Math.log(k)))
            .map(Lloyd.Result::groups)
            .toList();
    int[] cells = cells(solutions, k);
    int count = Arrays.stream(cells).max().orElse(0) + 1;
    if (count <= k) {
      return List.of();
    }
    double[] weights = new double[count];
    double[] means = new double[count * columns];
    for (int row = 0; row < cells.length; row++) {
      weights[cells[row]]++;
      for (int i = 0; i < columns; i++) {
        means[cells[row] * columns + i] += rows[row * columns + i];
      }
    }
    Arrays.setAll(means, i -> means[i] / weights[i / columns]);
    return new Recombination(k, columns, weights, means).proposals(new SplittableRandom(seed));
  }

  /** Each row's cell, numbered without gaps. */
  private static int[] cells(List<int[]> solutions, int k) {
    int[] keys = new int[solutions.getFirst().length];
    for (int[] groups : solutions) {
      for (int row = 0; row < keys.length; row++) {
        keys[row] = keys[row] * k + groups[row];
      }
    }
    int[] numbers = new int[(int) Math.round(Math.pow(k, solutions.size()))];
    int next = 0;
    for (int row = 0; row < keys.length; row++) {
      if (numbers[keys[row]] == 0) {
        numbers[keys[row]] = ++next;
      }
      keys[row] = numbers[keys[row]] - 1;
    }
    return keys;
  }

  private record Proposal(double cost, double[] centres) {}

  private List<double[]> proposals(SplittableRandom chance) {
    List<Proposal> all = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      all.add(settled(seeds(chance)));
    }
    all.sort(Comparator.comparingDouble(Proposal::cost));
    List<double[]> best = new ArrayList<>();
    double last = -1;
    for (Proposal proposal : all) {
      if (best.size() < PROPOSALS && proposal.cost() > last + ALIKE * Math.abs(last)) {
        best.add(proposal.centres());
        last = proposal.cost();
      }
    }
    return best;
  }

  private Proposal settled(double[] centres) {
    double cost = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ITERATIONS; i++) {
      double next = improve(centres);
      if (next >= cost) {
        break;
      }
      cost = next;
    }
    return new Proposal(cost, centres);
  }

  /** k-means++ by weight and cost. */
  private double[] seeds(SplittableRandom chance) {
    double[] centres = new double[k * columns];
    double[] costs = weights.clone();
    for (int c = 0; c < k; c++) {
      double left = chance.nextDouble() * Arrays.stream(costs).sum();
      int cell = 0;
      while (cell < costs.length - 1 && left >= costs[cell]) {
        left -= costs[cell++];
      }
      System.arraycopy(means, cell * columns, centres, c * columns, columns);
      for (int i = 0; i < costs.length; i++) {
        double cost = weights[i] * cost(i, centres, c);
        costs[i] = c == 0 ? cost : Math.min(costs[i], cost);
      }
    }
    return centres;
  }

  private double cost(int cell, double[] centres, int c) {
    return Distance.EUCLID.cost(means, cell * columns, centres, c * columns, columns);
  }

  /** One iteration; the cost before it. */
  private double improve(double[] centres) {
    double[] sums = new double[centres.length];
    double[] sizes = new double[k];
    double total = 0;
    for (int cell = 0; cell < weights.length; cell++) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        double cost = cost(cell, centres, c);
        best = cost < least ? c : best;
        least = Math.min(cost, least);
      }
      total += weights[cell] * least;
      sizes[best] += weights[cell];
      for (int i = 0; i < columns; i++) {
        sums[best * columns + i] += weights[cell] * means[cell * columns + i];
      }
    }
    for (int i = 0; i < centres.length; i++) {
      centres[i] = sizes[i / columns] > 0 ? sums[i] / sizes[i / columns] : centres[i];
    }
    return total;
  }
}
