package insight.shell.chart;

import insight.shell.part.Drawing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The tree of a hierarchy (a dendrogram), lying: leaves at the left with their sizes, lines meet
 * where groups were put together, the further right the more different. A dashed line marks the
 * cut. 340 pixels wide, so that it fits a phone; the words beside it say what it shows.
 */
public final class MergeTree {
  private static final int WIDTH = 340;
  private static final int ROW = 15;
  private static final double LEFT = 52;
  private static final double RIGHT = 8;

  /** Two branches that become one: leaves are 0 … n−1, the i-th merge makes n+i. */
  public record Merge(int left, int right, double height) {}

  private final List<Integer> sizes;
  private final List<Merge> merges;
  private final int cut;
  private final double[] y;
  private final double[] x;
  private int placed;

  private MergeTree(List<Integer> sizes, List<Merge> merges, int cut) {
    this.sizes = sizes;
    this.merges = merges;
    this.cut = cut;
    this.y = new double[sizes.size() + merges.size()];
    this.x = new double[y.length];
  }

  /**
   * Draws a tree.
   *
   * @param sizes of the leaves
   * @param merges by height
   * @param cut into how many groups the tree was cut
   */
  public static Drawing of(List<Integer> sizes, List<Merge> merges, int cut) {
    return new Drawing("tree", new MergeTree(sizes, merges, cut).svg());
  }

  String svg() {
    if (merges.isEmpty()) {
      return "";
    }
    double most = merges.getLast().height();
    Arrays.fill(x, 0, sizes.size(), LEFT);
    for (int i = 0; i < merges.size(); i++) {
      double share = most > 0 ? merges.get(i).height() / most : 0;
      x[sizes.size() + i] = LEFT + share * (WIDTH - LEFT - RIGHT);
    }
    place(y.length - 1);
    int height = sizes.size() * ROW + 4;
    StringBuilder drawn = new StringBuilder();
    leaves(drawn);
    lines(drawn);
    cutLine(drawn, height);
    return String.format(
        Locale.ROOT,
        "<svg width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' fill='none'>%3$s</svg>",
        WIDTH,
        height,
        drawn);
  }

  /** From the root down, so that no lines cross. */
  private void place(int node) {
    if (node < sizes.size()) {
      y[node] = (placed++ + .5) * ROW + 2;
      return;
    }
    Merge merge = merges.get(node - sizes.size());
    place(merge.left());
    place(merge.right());
    y[node] = (y[merge.left()] + y[merge.right()]) / 2;
  }

  private void leaves(StringBuilder drawn) {
    for (int leaf = 0; leaf < sizes.size(); leaf++) {
      drawn.append(
          String.format(
              Locale.ROOT,
              "<text x='%.0f' y='%.1f' text-anchor='end' font-size='11'"
                  + " fill='var(--lumo-secondary-text-color)'>%,d</text>",
              LEFT - 6,
              y[leaf] + 4,
              sizes.get(leaf)));
    }
  }

  private void lines(StringBuilder drawn) {
    for (int i = 0; i < merges.size(); i++) {
      Merge merge = merges.get(i);
      int node = sizes.size() + i;
      boolean below = i < sizes.size() - cut;
      drawn.append(
          String.format(
              Locale.ROOT,
              "<path d='M%.1f %.1fH%.1fV%.1fH%.1f' stroke='var(--in-c%d)' stroke-width='%s'/>",
              x[merge.left()],
              y[merge.left()],
              x[node],
              y[merge.right()],
              x[merge.right()],
              below ? 1 : 8,
              below ? "2" : "1.5"));
    }
  }

  /** Halfway between the last merge that was kept and the first that was not. */
  private void cutLine(StringBuilder drawn, int height) {
    int first = sizes.size() - cut;
    if (first >= 0 && first < merges.size()) {
      double before = first == 0 ? LEFT : x[sizes.size() + first - 1];
      drawn.append(
          String.format(
              Locale.ROOT,
              "<path d='M%1$.1f 0V%2$d' stroke='var(--lumo-header-text-color)'"
                  + " stroke-dasharray='3 3'/>",
              (before + x[sizes.size() + first]) / 2,
              height));
    }
  }
}
