package insight.recommend;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.measure.Diagnostics;
import insight.learn.measure.RankingQuality;
import insight.learn.measure.Split;
import insight.learn.rank.Interactions;
import insight.learn.rank.ItemKnn;
import insight.learn.rank.Popularity;
import insight.learn.rank.Ranker;
import insight.prepare.Snapshot;
import insight.train.Champion;
import insight.train.LearningTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * Learns which products to show whom. Measured on the last fifth of each customer's products, cut
 * at the start of an order, beside what sells best to the same customers; the served model is then
 * fitted anew to everything in the snapshot.
 */
@ApplicationScoped
public class RankProducts implements LearningTask {
  /** The contract's name of the task. */
  public static final String NAME = "rank-products";

  static final String ITEM_KNN = "item-knn";
  static final String POPULARITY = "popularity";
  static final String NEIGHBOURS = "neighbours";
  static final String SHRINK = "shrink";
  static final String LEAVE_OUT_CHARGES = "leave-out-charges";

  /** Fewer cannot carry a ranking worth measuring. */
  static final int LEAST_CUSTOMERS = 100;

  static final int LEAST_PRODUCTS = 20;
  private static final double HELD_OUT = .2;

  private static final Parameter CHARGES = new Parameter(LEAVE_OUT_CHARGES, 0, 1, 1, true);
  private static final List<Trainer> TRAINERS =
      List.of(
          new Trainer(
              ITEM_KNN,
              List.of(
                  new Parameter(NEIGHBOURS, 5, 1000, ItemKnn.Settings.USUAL.neighbours(), true),
                  new Parameter(SHRINK, 0, 1000, ItemKnn.Settings.USUAL.shrink(), false),
                  CHARGES)),
          new Trainer(POPULARITY, List.of(CHARGES)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Snapshot.Kind input() {
    return Snapshot.Kind.INTERACTIONS;
  }

  @Override
  public List<Trainer> trainers() {
    return TRAINERS;
  }

  @Override
  public boolean livesWhenDone() {
    return false;
  }

  @Override
  public Trained train(Order order, Snapshot snapshot, DoubleConsumer progress) {
    if (!(snapshot instanceof Snapshot.Interactions bought)) {
      throw new IllegalArgumentException(
          "ranks from interactions, not " + snapshot.header().kind());
    }
    Progress heard = progress::accept;
    Set<String> charges = charges(order, bought);
    Interactions all = interactions(bought, charges);
    checkEnough(all);
    Split split = Split.lastShareByUser(all, HELD_OUT);
    HeldOut heldOut = heldOut(order, split, heard.part(0, .6));
    List<Comparison> comparisons = new ArrayList<>(List.of(heldOut.aboveBaseline()));
    order
        .champion()
        .map(c -> champion(c, heldOut, split, order.seed(), heard.part(.6, .8)))
        .ifPresent(comparisons::add);
    insight.learn.Trained<? extends Ranker> served = fit(order, all, heard.part(.8, 1));
    progress.accept(1);
    return new Trained(
        served.model().toBytes(),
        served.model().format(),
        heldOut.metrics(),
        heldOut.checks(),
        heldOut.verdict(order.trainer()),
        provenance(served, all, split, charges, order.seed()),
        List.of(),
        comparisons,
        List.of(),
        Diagnostics.NONE);
  }

  /**
   * The live version's recipe on the same split: its served model may have learned from what is
   * tested here.
   */
  private static Comparison champion(
      Champion champion, HeldOut heldOut, Split split, long seed, Progress progress) {
    Order recipe = new Order(champion.trainer(), champion.parameters(), seed);
    Ranker ranker = fit(recipe, split.train(), progress.part(0, .4)).model();
    RankingQuality quality = RankingQuality.of(ranker, split, HeldOut.LENGTH, progress.part(.4, 1));
    return heldOut.above(quality, Against.CHAMPION, "v" + champion.number());
  }

  @Override
  public void keep(long runId, long modelId, Snapshot.Header snapshot, Trained trained) {
    // The model's bytes are all there is, and train keeps those.
  }

  private static HeldOut heldOut(Order order, Split split, Progress progress) {
    Ranker ranker = fit(order, split.train(), progress.part(0, .3)).model();
    Ranker popularity = Popularity.train(split.train()).model();
    return new HeldOut(
        RankingQuality.of(ranker, split, HeldOut.LENGTH, progress.part(.3, .8)),
        RankingQuality.of(popularity, split, HeldOut.LENGTH, progress.part(.8, 1)),
        order.seed());
  }

  private static insight.learn.Trained<? extends Ranker> fit(
      Order order, Interactions interactions, Progress progress) {
    return switch (order.trainer()) {
      case ITEM_KNN -> ItemKnn.train(interactions, settings(order), progress);
      case POPULARITY -> Popularity.train(interactions);
      default -> throw Refused.invalid("/trainer", "recommend.trainer.unknown", order.trainer());
    };
  }

  private static ItemKnn.Settings settings(Order order) {
    ItemKnn.Settings usual = ItemKnn.Settings.USUAL;
    double neighbours = order.parameters().getOrDefault(NEIGHBOURS, (double) usual.neighbours());
    double shrink = order.parameters().getOrDefault(SHRINK, usual.shrink());
    return new ItemKnn.Settings((int) neighbours, shrink);
  }

  private static Set<String> charges(Order order, Snapshot.Interactions bought) {
    if (order.parameters().getOrDefault(LEAVE_OUT_CHARGES, 1.0) < .5) {
      return Set.of();
    }
    return Charges.among(
        bought.bought().stream()
            .map(Snapshot.Interactions.Bought::product)
            .collect(Collectors.toSet()));
  }

  private static Interactions interactions(Snapshot.Interactions bought, Set<String> leftOut) {
    Interactions.Builder builder = new Interactions.Builder();
    for (Snapshot.Interactions.Bought each : bought.bought()) {
      if (!leftOut.contains(each.product())) {
        builder.add(each.person(), each.product(), each.firstAt(), each.purchases());
      }
    }
    return builder.build();
  }

  private static void checkEnough(Interactions all) {
    if (all.size() == 0) {
      throw Refused.unprocessable("recommend.data.none");
    }
    if (all.items().size() < LEAST_PRODUCTS) {
      throw Refused.unprocessable("recommend.data.products", all.items().size(), LEAST_PRODUCTS);
    }
    if (all.users() < LEAST_CUSTOMERS) {
      throw Refused.unprocessable("recommend.data.customers", all.users(), LEAST_CUSTOMERS);
    }
  }

  private static Map<String, Object> provenance(
      insight.learn.Trained<? extends Ranker> served,
      Interactions all,
      Split split,
      Set<String> charges,
      long seed) {
    Map<String, Object> map = new LinkedHashMap<>(served.provenance().asMap());
    map.put("seed", seed);
    map.put("customers", all.users());
    map.put("products", all.items().size());
    map.put("chargesLeftOut", List.copyOf(new TreeSet<>(charges)));
    map.put("split", "last fifth of each customer's products, cut at the start of an order");
    map.put("splitKind", "time");
    map.put("testShare", HELD_OUT);
    map.put("measuredCustomers", split.size());
    map.put("measuredProducts", split.train().boughtItems());
    map.put("learntRowsWhenMeasured", split.train().size());
    map.put("baseline", POPULARITY);
    return map;
  }
}
