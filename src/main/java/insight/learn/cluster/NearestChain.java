package insight.learn.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ward's criterion (1963) by the nearest-neighbour chain (Murtagh and Legendre 2014): from any
 * group walk to its nearest, on and on, until two are each other's nearest; these are put together.
 * Two groups with a and b rows are √(2ab/(a+b)) times the distance of their means apart, which for
 * single rows is their distance; so means and sizes are all that is kept, and memory grows with the
 * rows, not with their pairs.
 */
final class NearestChain {
  private final int columns;
  private final double[] means;
  private final double[] weights;
  private final int[] alive;
  private int living;
  private final int[] chain;
  private int length;
  private final List<Joined> joined = new ArrayList<>();

  /** Two places that became one; the second stays. */
  private record Joined(int gone, int kept, double height) {}

  private NearestChain(double[] rows, int columns, int[] sizes) {
    this.columns = columns;
    this.means = rows.clone();
    this.weights = IntStream.of(sizes).asDoubleStream().toArray();
    this.alive = IntStream.range(0, sizes.length).toArray();
    this.living = sizes.length;
    this.chain = new int[sizes.length];
  }

  /**
   * @param sizes how many rows each of {@code rows} stands for
   * @param tick heard often; may throw
   */
  static Dendrogram of(double[] rows, int columns, int[] sizes, Runnable tick) {
    NearestChain tree = new NearestChain(rows, columns, sizes);
    while (tree.living > 1) {
      tick.run();
      tree.step();
    }
    return tree.dendrogram(sizes);
  }

  private void step() {
    if (length == 0) {
      chain[length++] = alive[0];
    }
    while (true) {
      int last = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = before;
      double least = before < 0 ? Double.POSITIVE_INFINITY : squares(last, before);
      for (int i = 0; i < living; i++) {
        int other = alive[i];
        double squares = other == last ? Double.POSITIVE_INFINITY : squares(last, other);
        if (squares < least) {
          least = squares;
          nearest = other;
        }
      }
      if (nearest == before) {
        length -= 2;
        join(Math.min(last, before), Math.max(last, before), Math.sqrt(least));
        return;
      }
      chain[length++] = nearest;
    }
  }

  private double squares(int a, int b) {
    return 2
        * weights[a]
        * weights[b]
        / (weights[a] + weights[b])
        * Distance.EUCLID.cost(means, a * columns, means, b * columns, columns);
  }

  private void join(int gone, int kept, double height) {
    double both = weights[gone] + weights[kept];
    for (int i = 0; i < columns; i++) {
      means[kept * columns + i] =
          (weights[gone] * means[gone * columns + i] + weights[kept] * means[kept * columns + i])
              / both;
    }
    weights[kept] = both;
    int place = 0;
    while (alive[place] != gone) {
      place++;
    }
    living--;
    System.arraycopy(alive, place + 1, alive, place, living - place);
    joined.add(new Joined(gone, kept, height));
  }

  /** The merges by height, with the numbers of the groups as they come about. */
  private Dendrogram dendrogram(int[] sizes) {
    int leaves = sizes.length;
    int[] number = IntStream.range(0, leaves).toArray();
    int[] parent = IntStream.range(0, leaves).toArray();
    List<Dendrogram.Merge> merges = new ArrayList<>();
    for (Joined join :
        joined.stream().sorted(Comparator.comparingDouble(Joined::height)).toList()) {
      int left = root(parent, join.gone());
      int right = root(parent, join.kept());
      merges.add(
          new Dendrogram.Merge(
              Math.min(number[left], number[right]),
              Math.max(number[left], number[right]),
              join.height()));
      parent[left] = right;
      number[right] = leaves + merges.size() - 1;
    }
    return new Dendrogram(IntStream.of(sizes).boxed().toList(), merges);
  }

  private static int root(int[] parent, int place) {
    int root = place;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
