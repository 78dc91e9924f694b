package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of a hierarchical grouping: which groups were put together, and at what height. Leaves
 * have the numbers 0 … n−1, the result of the i-th merge the number n+i; heights never fall.
 *
 * @param sizes rows of each leaf
 */
public record Dendrogram(List<Integer> sizes, List<Merge> merges) {

  /**
   * Two groups that become one.
   *
   * @param left the smaller number
   * @param height how far they were apart
   */
  public record Merge(int left, int right, double height) {}

  public Dendrogram {
    sizes = List.copyOf(sizes);
    merges = List.copyOf(merges);
    if (merges.size() != sizes.size() - 1) {
      throw new IllegalArgumentException(sizes.size() + " leaves, " + merges.size() + " merges");
    }
  }

  public int leaves() {
    return sizes.size();
  }

  /** The group of each leaf when the tree is cut into k, numbered by first appearance. */
  public int[] cut(int k) {
    int[] parent = new int[leaves() + merges.size()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < leaves() - k; i++) {
      parent[merges.get(i).left()] = leaves() + i;
      parent[merges.get(i).right()] = leaves() + i;
    }
    int[] numbers = new int[parent.length];
    int next = 0;
    int[] groups = new int[leaves()];
    for (int leaf = 0; leaf < groups.length; leaf++) {
      int root = leaf;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      if (numbers[root] == 0) {
        numbers[root] = ++next;
      }
      groups[leaf] = numbers[root] - 1;
    }
    return groups;
  }

  /** The upper part of the tree, with the groups of a cut into k as its leaves. */
  public Dendrogram top(int k) {
    int[] groups = cut(k);
    int[] rows = new int[k];
    int[] number = new int[leaves() + merges.size()];
    for (int leaf = 0; leaf < groups.length; leaf++) {
      rows[groups[leaf]] += sizes.get(leaf);
      number[leaf] = groups[leaf];
    }
    List<Merge> kept = new ArrayList<>();
    for (int i = 0; i < merges.size(); i++) {
      Merge merge = merges.get(i);
      int left = number[merge.left()];
      int right = number[merge.right()];
      if (i < leaves() - k) {
        number[leaves() + i] = left;
      } else {
        number[leaves() + i] = k + kept.size();
        kept.add(new Merge(Math.min(left, right), Math.max(left, right), merge.height()));
      }
    }
    return new Dendrogram(Arrays.stream(rows).boxed().toList(), kept);
  }

  void write(ModelWriter writer) {
    writer.wholes(sizes.stream().mapToInt(Integer::intValue).toArray());
    writer.wholes(merges.stream().mapToInt(Merge::left).toArray());
    writer.wholes(merges.stream().mapToInt(Merge::right).toArray());
    writer.reals(merges.stream().mapToDouble(Merge::height).toArray());
  }

  static Dendrogram read(ModelReader reader) {
    List<Integer> sizes = Arrays.stream(reader.wholes()).boxed().toList();
    int[] left = reader.wholes();
    int[] right = reader.wholes();
    double[] heights = reader.reals();
    int merges = sizes.size() - 1;
    ModelReader.require(
        left.length == merges && right.length == merges && heights.length == merges, "merges");
    List<Merge> all = new ArrayList<>();
    for (int i = 0; i < merges; i++) {
      int known = sizes.size() + i;
      ModelReader.require(
          0 <= left[i] && left[i] < right[i] && right[i] < known, "numbers of a merge");
      all.add(new Merge(left[i], right[i], heights[i]));
    }
    return new Dendrogram(sizes, all);
  }
}
