package insight.learn.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A tree of single linkage read from the top, where a branch of fewer rows than a group needs is no
 * group that splits off but rows that fall out (Campello, Moulavi and Sander 2013). Density is λ =
 * 1/height. The groups are those that live longest: a group's excess of mass is the sum of its
 * rows' λ above that of its birth, and it is taken unless its parts have more together.
 */
final class CondensedTree {
  /** Rows nearer than this, in standard deviations, count as the same. */
  private static final double SAME = 1e-3;

  private final Dendrogram tree;
  private final int leaves;
  private final int least;
  private final int[] size;
  private final List<Branch> branches = new ArrayList<>();

  /** The branch in which each row was last. */
  private final int[] last;

  /** A group on its way down. */
  private static final class Branch {
    private final int parent;
    private final double birth;
    private double mass;
    private double partsMass;
    private boolean taken;

    private Branch(int parent, double birth) {
      this.parent = parent;
      this.birth = birth;
    }
  }

  /** A node of the tree to look at, and the branch it belongs to. */
  private record Visit(int node, int branch) {}

  private CondensedTree(Dendrogram tree, int least) {
    this.tree = tree;
    this.leaves = tree.leaves();
    this.least = least;
    this.size = new int[leaves + tree.merges().size()];
    this.last = new int[leaves];
    Arrays.fill(size, 0, leaves, 1);
    for (int i = 0; i < tree.merges().size(); i++) {
      Dendrogram.Merge merge = tree.merges().get(i);
      size[leaves + i] = size[merge.left()] + size[merge.right()];
    }
  }

  /**
   * The rows' groups.
   *
   * @param groups −1 where a row is in none
   * @param reach the height at which each group came about
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Groups(int[] groups, double[] reach) {}

  static Groups groups(Dendrogram tree, int least) {
    CondensedTree condensed = new CondensedTree(tree, least);
    condensed.descend();
    condensed.take();
    return condensed.labelled();
  }

  private static double lambda(double height) {
    return 1 / Math.max(height, SAME);
  }

  private void descend() {
    branches.add(new Branch(-1, 0));
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(size.length - 1, 0));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      if (visit.node() < leaves) {
        fall(visit.node(), visit.branch(), lambda(0));
        continue;
      }
      Dendrogram.Merge merge = tree.merges().get(visit.node() - leaves);
      double lambda = lambda(merge.height());
      boolean split = size[merge.left()] >= least && size[merge.right()] >= least;
      for (int child : new int[] {merge.left(), merge.right()}) {
        if (split) {
          Branch branch = branches.get(visit.branch());
          branch.mass += size[child] * (lambda - branch.birth);
          branches.add(new Branch(visit.branch(), lambda));
          open.push(new Visit(child, branches.size() - 1));
        } else if (size[child] >= least) {
          open.push(new Visit(child, visit.branch()));
        } else {
          fallAll(child, visit.branch(), lambda);
        }
      }
    }
  }

  private void fallAll(int node, int branch, double lambda) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(node);
    while (!open.isEmpty()) {
      int next = open.pop();
      if (next < leaves) {
        fall(next, branch, lambda);
      } else {
        open.push(tree.merges().get(next - leaves).left());
        open.push(tree.merges().get(next - leaves).right());
      }
    }
  }

  private void fall(int row, int branch, double lambda) {
    last[row] = branch;
    branches.get(branch).mass += lambda - branches.get(branch).birth;
  }

  /** From the bottom up; children have higher numbers. All rows together are never a group. */
  private void take() {
    for (int i = branches.size() - 1; i > 0; i--) {
      Branch branch = branches.get(i);
      branch.taken = branch.mass >= branch.partsMass;
      branches.get(branch.parent).partsMass += Math.max(branch.mass, branch.partsMass);
    }
  }

  private Groups labelled() {
    int[] number = new int[branches.size()];
    List<Double> reach = new ArrayList<>();
    number[0] = -1;
    for (int i = 1; i < number.length; i++) {
      Branch branch = branches.get(i);
      number[i] = number[branch.parent];
      if (number[i] < 0 && branch.taken) {
        number[i] = reach.size();
        reach.add(1 / branch.birth);
      }
    }
    return new Groups(
        Arrays.stream(last).map(branch -> number[branch]).toArray(),
        reach.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
