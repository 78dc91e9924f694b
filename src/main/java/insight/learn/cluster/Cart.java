package insight.learn.cluster;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A regression tree (Breiman, Friedman, Olshen and Stone 1984), grown best first: the fork that
 * takes most of the outcome's variance comes next, until there are enough leaves. For an outcome of
 * 0 and 1 the variance is half of Gini's impurity, so that the same code grows classification
 * trees. Thresholds are looked for among quantiles.
 *
 * @param leaves at most so many
 * @param leastShare of the rows that each leaf keeps
 */
public record Cart(int leaves, double leastShare) {
  private static final int LEAST_ROWS = 5;

  public Cart {
    if (leaves < 2 || !(leastShare >= 0 && leastShare < .5)) {
      throw new IllegalArgumentException(leaves + " leaves, share " + leastShare);
    }
  }

  /** A leaf so far. */
  private static final class Leaf {
    private final int node;
    private final int[] rows;
    private final double sum;
    private final Optional<Fork> fork;

    private Leaf(int node, int[] rows, double sum, Optional<Fork> fork) {
      this.node = node;
      this.rows = rows;
      this.sum = sum;
      this.fork = fork;
    }

    private double gain() {
      return fork.map(Fork::gain).orElse(0.0);
    }
  }

  private record Fork(int feature, int bin, double gain) {}

  /**
   * Grows a tree.
   *
   * @param outcome of each row
   * @param name of the outcome
   * @throws Refused when no feature tells rows of different outcome apart
   */
  public Trained<RuleTree> train(
      FeatureMatrix matrix, double[] outcome, String name, Progress progress) {
    long start = System.nanoTime();
    RuleTree tree = fit(matrix, outcome, name, progress);
    if (tree.k() < 2) {
      throw Refused.unprocessable("learn.tree.none");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("outcome", name);
    parameters.put("leaves", Integer.toString(leaves));
    parameters.put("leastShare", Double.toString(leastShare));
    return new Trained<>(
        tree,
        OwnWork.provenance(
            "CART", parameters, 0, matrix.rows(), matrix.names(), System.nanoTime() - start));
  }

  /** Whether trees grown from bootstrap samples put the rows together as this one does. */
  public Stability stability(
      FeatureMatrix matrix,
      double[] outcome,
      RuleTree tree,
      int repeats,
      long seed,
      Progress progress) {
    return new Repeats(matrix.rows(), List.of(tree.assign(matrix)), seed)
        .measure(
            repeats,
            false,
            (drawn, other, told) -> {
              int[] some = drawn.orElseThrow();
              double[] values = Arrays.stream(some).mapToDouble(r -> outcome[r]).toArray();
              return List.of(fit(matrix.rows(some), values, tree.outcome(), told).assign(matrix));
            },
            progress)
        .getFirst();
  }

  private RuleTree fit(FeatureMatrix matrix, double[] outcome, String name, Progress progress) {
    Growth growth = new Growth(matrix, outcome, progress);
    return new RuleTree(matrix.names(), name, growth.nodes());
  }

  private final class Growth {
    private final Bins bins;
    private final int columns;
    private final double[] outcome;
    private final Progress progress;
    private final int least;
    private final List<RuleTree.Node> nodes = new ArrayList<>();
    private final PriorityQueue<Leaf> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Leaf l) -> -l.gain()).thenComparingInt(l -> l.node));

    private Growth(FeatureMatrix matrix, double[] outcome, Progress progress) {
      this.bins = new Bins(matrix);
      this.columns = matrix.columns();
      this.outcome = outcome;
      this.progress = progress;
      this.least = Math.max(LEAST_ROWS, (int) Math.round(leastShare * matrix.rows()));
      add(IntStream.range(0, matrix.rows()).toArray());
    }

    private void add(int... rows) {
      double sum = Arrays.stream(rows).mapToDouble(r -> outcome[r]).sum();
      open.add(new Leaf(nodes.size(), rows, sum, fork(rows, sum)));
      nodes.add(RuleTree.Node.leaf(0, sum / Math.max(1, rows.length), rows.length));
    }

    private List<RuleTree.Node> nodes() {
      while (open.size() < leaves && open.element().fork.isPresent()) {
        Leaf leaf = open.remove();
        Fork fork = leaf.fork.get();
        int low = nodes.size();
        add(side(leaf, fork, false));
        add(side(leaf, fork, true));
        nodes.set(
            leaf.node,
            new RuleTree.Node(
                fork.feature(),
                bins.threshold(fork.feature(), fork.bin()),
                low,
                low + 1,
                leaf.sum / leaf.rows.length,
                leaf.rows.length));
      }
      numbered();
      return nodes;
    }

    /** Numbers the leaves by falling size. */
    private void numbered() {
      List<Leaf> bySize =
          open.stream()
              .sorted(
                  Comparator.comparingInt((Leaf l) -> -l.rows.length).thenComparingInt(l -> l.node))
              .toList();
      for (int i = 0; i < bySize.size(); i++) {
        RuleTree.Node node = nodes.get(bySize.get(i).node);
        nodes.set(bySize.get(i).node, RuleTree.Node.leaf(i, node.mean(), node.rows()));
      }
    }

    private int[] side(Leaf leaf, Fork fork, boolean high) {
      return Arrays.stream(leaf.rows)
          .filter(r -> bins.of(r, fork.feature()) > fork.bin() == high)
          .toArray();
    }

    /** The fork that takes most variance, if one leaves enough rows on both sides. */
    private Optional<Fork> fork(int[] rows, double sum) {
      Optional<Fork> best = Optional.empty();
      for (int feature = 0; feature < columns; feature++) {
        progress.at(0);
        Optional<Fork> own = fork(rows, sum, feature);
        if (own.isPresent() && (best.isEmpty() || own.get().gain() > best.get().gain())) {
          best = own;
        }
      }
      return best;
    }

    private Optional<Fork> fork(int[] rows, double sum, int feature) {
      int[] counts = new int[bins.count(feature)];
      double[] sums = new double[counts.length];
      for (int row : rows) {
        int bin = bins.of(row, feature);
        counts[bin]++;
        sums[bin] += outcome[row];
      }
      double base = sum * sum / Math.max(1, rows.length);
      double gain = 1e-9 * Math.abs(base);
      int best = -1;
      int low = 0;
      double lowSum = 0;
      for (int bin = 0; bin < counts.length - 1; bin++) {
        low += counts[bin];
        lowSum += sums[bin];
        int high = rows.length - low;
        if (low >= least && high >= least) {
          double found = lowSum * lowSum / low + (sum - lowSum) * (sum - lowSum) / high - base;
          best = found > gain ? bin : best;
          gain = Math.max(found, gain);
        }
      }
      return best < 0 ? Optional.empty() : Optional.of(new Fork(feature, best, gain));
    }
  }
}
