package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decision tree whose leaves are groups: each is a rule, the conditions on the way to it.
 *
 * @param names the features it may ask for
 * @param outcome what it tells apart
 * @param nodes the root first
 */
public record RuleTree(List<String> names, String outcome, List<Node> nodes) {
  /** The name of the stored form. */
  public static final String FORMAT = "insight-tree/1";

  private static final String MAGIC = "INSCRT";
  private static final int LAYOUT = 1;
  private static final int LEAF = -1;

  /**
   * A fork or a leaf.
   *
   * @param feature its place among the names; −1 for a leaf
   * @param low the node for values at or below the threshold; for a leaf its number
   * @param high the node for values above it; for a leaf −1
   * @param mean of the outcome among its training rows
   * @param rows how many these were
   */
  public record Node(int feature, double threshold, int low, int high, double mean, int rows) {
    static Node leaf(int number, double mean, int rows) {
      return new Node(LEAF, 0, number, LEAF, mean, rows);
    }

    boolean isLeaf() {
      return feature == LEAF;
    }
  }

  public RuleTree {
    names = List.copyOf(names);
    nodes = List.copyOf(nodes);
  }

  /** How many leaves there are. */
  public int k() {
    return (int) nodes.stream().filter(Node::isLeaf).count();
  }

  private Node reached(FeatureMatrix matrix, int row) {
    Node node = nodes.getFirst();
    while (!node.isLeaf()) {
      boolean high = matrix.value(row, node.feature()) > node.threshold();
      node = nodes.get(high ? node.high() : node.low());
    }
    return node;
  }

  /** The leaf of each row. */
  public int[] assign(FeatureMatrix matrix) {
    int[] leaves = new int[matrix.rows()];
    for (int row = 0; row < leaves.length; row++) {
      leaves[row] = reached(matrix, row).low();
    }
    return leaves;
  }

  /** The leaf of a row in the features' own units. */
  public int assign(double... row) {
    return assign(FeatureMatrix.of(names, row))[0];
  }

  /**
   * How much of the outcome's variance the leaves explain in these rows, R²: 1 is all of it, 0 no
   * more than the mean does.
   */
  public double explained(FeatureMatrix matrix, double[] outcome) {
    double sum = 0;
    for (double value : outcome) {
      sum += value;
    }
    double mean = sum / outcome.length;
    double left = 0;
    double all = 0;
    for (int row = 0; row < outcome.length; row++) {
      double error = outcome[row] - reached(matrix, row).mean();
      left += error * error;
      all += (outcome[row] - mean) * (outcome[row] - mean);
    }
    return all == 0 ? 0 : 1 - left / all;
  }

  /** The rule of a leaf: the conditions from the root on, each feature and side once. */
  public List<Condition> rule(int leaf) {
    return path(0, leaf).map(RuleTree::tightest).orElseThrow();
  }

  /** Why a row is in its leaf. */
  public List<Condition> explain(double... row) {
    return rule(assign(row));
  }

  private Optional<List<Condition>> path(int at, int leaf) {
    Node node = nodes.get(at);
    if (node.isLeaf()) {
      return node.low() == leaf ? Optional.of(List.of()) : Optional.empty();
    }
    return path(node.low(), leaf)
        .map(rest -> joined(node, false, rest))
        .or(() -> path(node.high(), leaf).map(rest -> joined(node, true, rest)));
  }

  private List<Condition> joined(Node node, boolean above, List<Condition> rest) {
    List<Condition> all = new ArrayList<>();
    all.add(new Condition(names.get(node.feature()), above, node.threshold()));
    all.addAll(rest);
    return all;
  }

  /** The last condition on a feature and side is the tightest. */
  private static List<Condition> tightest(List<Condition> path) {
    List<Condition> kept = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      Condition one = path.get(i);
      boolean later =
          path.subList(i + 1, path.size()).stream()
              .anyMatch(c -> c.feature().equals(one.feature()) && c.above() == one.above());
      if (!later) {
        kept.add(one);
      }
    }
    return List.copyOf(kept);
  }

  /** The stored form; the same model gives the same bytes. */
  public byte[] toBytes() {
    ModelWriter writer = new ModelWriter(MAGIC, LAYOUT).texts(names).text(outcome);
    writer.whole(nodes.size());
    for (Node node : nodes) {
      writer.whole(node.feature()).real(node.threshold()).whole(node.low()).whole(node.high());
      writer.real(node.mean()).whole(node.rows());
    }
    return writer.toBytes();
  }

  /**
   * Reads a stored tree.
   *
   * @throws insight.learn.UnreadableModel when the bytes are none
   */
  public static RuleTree fromBytes(byte[] bytes) {
    ModelReader reader = new ModelReader(bytes, MAGIC, LAYOUT);
    List<String> names = reader.texts();
    String outcome = reader.text();
    int count = reader.whole();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int feature = reader.whole();
      double threshold = reader.real();
      Node node =
          new Node(
              feature, threshold, reader.whole(), reader.whole(), reader.real(), reader.whole());
      boolean forward =
          i < node.low() && i < node.high() && Math.max(node.low(), node.high()) < count;
      ModelReader.require(
          node.isLeaf() || (0 <= feature && feature < names.size() && forward), "nodes");
      nodes.add(node);
    }
    reader.end();
    ModelReader.require(!nodes.isEmpty(), "nodes");
    return new RuleTree(names, outcome, nodes);
  }
}
