package insight.learn.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Single linkage of rows by mutual reachability: two rows are as far apart as the largest of their
 * distance and their core distances, which are those to their m-th neighbour. Dense places so stay
 * near, and lone rows move away from everybody. Prim's algorithm (1957) over flat arrays, with the
 * distances computed where they are needed.
 */
final class SpanningTree {
  private final double[] rows;
  private final int columns;
  private final int count;
  private final Distance distance;
  private final double[] cores;

  private SpanningTree(double[] rows, int columns, Distance distance) {
    this.rows = rows;
    this.columns = columns;
    this.count = rows.length / columns;
    this.distance = distance;
    this.cores = new double[count];
  }

  private record Edge(int from, int to, double height) {}

  /** The tree, and each row's core distance. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Linked(Dendrogram tree, double[] cores) {}

  static Linked of(double[] rows, int columns, Distance distance, int neighbours, Runnable tick) {
    SpanningTree tree = new SpanningTree(rows, columns, distance);
    Chunks.each(
        tree.count,
        tick,
        row -> tree.cores[row] = tree.core(row, Math.min(neighbours, tree.count - 1)));
    return new Linked(tree.dendrogram(tree.edges(tick)), tree.cores);
  }

  private double between(int a, int b) {
    return distance.ofCost(distance.cost(rows, a * columns, rows, b * columns, columns));
  }

  /** The distance to the m-th neighbour, by a small sorted list of the nearest. */
  private double core(int row, int m) {
    double[] nearest = new double[m];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int other = 0; other < count; other++) {
      double d = other == row ? Double.POSITIVE_INFINITY : between(row, other);
      if (d < nearest[m - 1]) {
        int place = m - 1;
        while (place > 0 && nearest[place - 1] > d) {
          nearest[place] = nearest[place - 1];
          place--;
        }
        nearest[place] = d;
      }
    }
    return nearest[m - 1];
  }

  private List<Edge> edges(Runnable tick) {
    double[] best = new double[count];
    int[] from = new int[count];
    boolean[] done = new boolean[count];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    List<Edge> edges = new ArrayList<>();
    int last = 0;
    for (int step = 1; step < count; step++) {
      tick.run();
      done[last] = true;
      int next = -1;
      for (int row = 0; row < count; row++) {
        if (!done[row]) {
          double d = Math.max(between(last, row), Math.max(cores[last], cores[row]));
          if (d < best[row]) {
            best[row] = d;
            from[row] = last;
          }
          next = next < 0 || best[row] < best[next] ? row : next;
        }
      }
      edges.add(new Edge(from[next], next, best[next]));
      last = next;
    }
    edges.sort(Comparator.comparingDouble(Edge::height));
    return edges;
  }

  private Dendrogram dendrogram(List<Edge> edges) {
    int[] parent = IntStream.range(0, 2 * count).toArray();
    List<Dendrogram.Merge> merges = new ArrayList<>();
    for (Edge edge : edges) {
      int a = root(parent, edge.from());
      int b = root(parent, edge.to());
      parent[a] = count + merges.size();
      parent[b] = count + merges.size();
      merges.add(new Dendrogram.Merge(Math.min(a, b), Math.max(a, b), edge.height()));
    }
    return new Dendrogram(Collections.nCopies(count, 1), merges);
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
