package insight.segment;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.Trained;
import insight.learn.cluster.Cart;
import insight.learn.cluster.Distance;
import insight.learn.cluster.FeatureMatrix;
import insight.learn.cluster.RuleTree;
import insight.learn.cluster.Stability;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trainer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The leaves of a decision tree on an outcome: each group is a rule in words. The tree learns the
 * logarithm of the outcome from the other features, and is told by how much of it the leaves
 * explain among customers held out, beside what a single best fork would.
 */
final class TreeGroups {
  static final String NAME = "tree";
  private static final List<GroupFeature> OUTCOMES =
      List.of(GroupFeature.MONETARY, GroupFeature.FREQUENCY, GroupFeature.RECENCY);

  static final Trainer TRAINER =
      new Trainer(
          NAME,
          List.of(
              Parameter.choice(
                  "outcome", OUTCOMES.stream().map(GroupFeature::word).toArray(String[]::new)),
              new Parameter("leaves", 2, 8, 6, true),
              new Parameter("least-percent", .5, 25, 5, false),
              By.PARAMETER));

  private final CustomerMatrix customers;
  private final Order order;
  private final GroupFeature outcome;
  private final FeatureMatrix all;

  /** The logarithm of each customer's outcome. */
  private final double[] values;

  private TreeGroups(CustomerMatrix customers, Order order) {
    this.customers = customers;
    this.order = order;
    this.outcome = OUTCOMES.get(order.parameters().getOrDefault("outcome", 0.0).intValue());
    this.all = without(customers.matrix(), outcome.word());
    this.values =
        customers.customers().stream().mapToDouble(c -> Math.log1p(outcome.of(c))).toArray();
  }

  static Found find(CustomerMatrix customers, Order order, Progress progress) {
    return new TreeGroups(customers, order).find(progress);
  }

  private Found find(Progress progress) {
    double share = order.parameters().getOrDefault("least-percent", 5.0) / 100;
    int leaves = order.parameters().getOrDefault("leaves", 6.0).intValue();
    int[] rows = customers.split().train();
    FeatureMatrix train = all.rows(rows);
    Cart cart = new Cart(leaves, share);
    Trained<RuleTree> trained = cart.train(train, of(rows), outcome.word(), progress.part(0, .3));
    RuleTree fork =
        new Cart(2, share).train(train, of(rows), outcome.word(), progress.part(.3, .4)).model();
    Stability stability =
        cart.stability(
            train,
            of(rows),
            trained.model(),
            KMeansGroups.REPEATS,
            order.seed(),
            progress.part(.4, .9));
    Map<String, Object> provenance = new LinkedHashMap<>(trained.provenance().asMap());
    provenance.put("seed", order.seed());
    Found.Explained explained = new Found.Explained(heldOut(trained.model()), heldOut(fork));
    return found(trained.model(), stability, explained, provenance, progress.part(.9, 1));
  }

  private double heldOut(RuleTree tree) {
    int[] test = customers.split().test();
    return tree.explained(all.rows(test), of(test));
  }

  private Found found(
      RuleTree tree,
      Stability stability,
      Found.Explained explained,
      Map<String, Object> provenance,
      Progress progress) {
    int[] groupOf = tree.assign(all);
    double silhouette = customers.silhouette(groupOf, Distance.EUCLID, order.seed(), progress);
    return new Found(
        tree.toBytes(),
        RuleTree.FORMAT,
        groupOf,
        tree.k(),
        Distance.EUCLID,
        Optional.empty(),
        List.of(new Method.Candidate(tree.k(), silhouette, Double.NaN, stability.lower())),
        silhouette,
        Optional.of(stability),
        provenance,
        new Shape(
            Optional.empty(),
            IntStream.range(0, tree.k()).mapToObj(tree::rule).toList(),
            Optional.of(outcome)),
        Optional.of(explained),
        false);
  }

  private double[] of(int[] rows) {
    return Arrays.stream(rows).mapToDouble(r -> values[r]).toArray();
  }

  private static FeatureMatrix without(FeatureMatrix matrix, String outcome) {
    List<String> names = matrix.names().stream().filter(n -> !n.equals(outcome)).toList();
    int[] places = names.stream().mapToInt(matrix.names()::indexOf).toArray();
    double[] values = new double[matrix.rows() * names.size()];
    Arrays.setAll(values, i -> matrix.value(i / places.length, places[i % places.length]));
    return FeatureMatrix.of(names, values);
  }
}
