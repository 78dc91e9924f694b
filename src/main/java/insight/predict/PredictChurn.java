package insight.predict;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.tabular.Fitted;
import insight.learn.tabular.Table;
import insight.learn.tabular.TabularTrainer;
import insight.learn.tabular.Trainers;
import insight.prepare.FeatureTables;
import insight.prepare.FeatureTables.Numbers;
import insight.prepare.Origins;
import insight.prepare.Origins.Origin;
import insight.prepare.Snapshot;
import insight.prepare.feature.Feature;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.train.DesignPart;
import insight.train.LearningTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Learns who will leave: from what was known of buyers at earlier cut-offs, and whether they came
 * back in the days after. The latest of these cut-offs is the test, which nothing was fitted to;
 * the served model is then fitted anew to all of them.
 */
@ApplicationScoped
class PredictChurn implements LearningTask {
  static final String NAME = "predict-churn";
  static final String DAYS = "days";
  static final String CUTOFFS = "cutoffs";

  /** People a cut-off; more are drawn by the seed. */
  static final int MOST_ROWS = 60_000;

  private static final List<Parameter> OWN =
      List.of(
          new Parameter(
              DAYS,
              ChurnDefinition.LEAST_DAYS,
              ChurnDefinition.MOST_DAYS,
              ChurnDefinition.USUAL_DAYS,
              true),
          new Parameter(CUTOFFS, 2, 8, 4, true));

  @Inject Origins origins;
  @Inject FeatureTables tables;
  @Inject Grants grants;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Snapshot.Kind input() {
    return Snapshot.Kind.CUSTOMER_FEATURES;
  }

  /** Trees first where there are some: they need no thought about shapes of features. */
  @Override
  public List<Trainer> trainers() {
    return Stream.concat(
            Trainers.all().stream().filter(t -> t.name().equals("xgboost")),
            Trainers.all().stream().filter(t -> !t.name().equals("xgboost")))
        .map(PredictChurn::trainer)
        .toList();
  }

  private static Trainer trainer(TabularTrainer kind) {
    return new Trainer(
        kind.name(), Stream.concat(OWN.stream(), kind.parameters().stream()).toList());
  }

  @Override
  public Set<DesignPart> choices() {
    return Set.of(DesignPart.FEATURES);
  }

  @Override
  public boolean livesWhenDone() {
    return false;
  }

  @Override
  public Optional<Outcomes> outcomes(Map<String, Double> parameters) {
    return Optional.of(new Outcomes(definition(parameters).days(), whole(parameters, CUTOFFS)));
  }

  static ChurnDefinition definition(Map<String, Double> parameters) {
    return new ChurnDefinition(whole(parameters, DAYS));
  }

  private static int whole(Map<String, Double> parameters, String name) {
    return OWN.stream()
        .filter(p -> p.name().equals(name))
        .mapToInt(p -> (int) (double) parameters.getOrDefault(name, p.preset()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Trained train(Order order, Snapshot snapshot, DoubleConsumer progress) {
    Progress told = progress::accept;
    ChurnDefinition definition = definition(order.parameters());
    List<Feature> features = ChurnFeatures.chosen(order.design().features());
    List<Origin> cutoffs = origins.of(snapshot.header().id());
    if (cutoffs.size() < 2) {
      throw Refused.unprocessable("predict.churn.short", definition.days());
    }
    Grant grant = grants.of(Caller.PORTAL, Purpose.PERSONALISATION);
    List<Numbers> numbers =
        cutoffs.stream()
            .map(c -> tables.buyers(c.snapshot().id(), features, MOST_ROWS, order.seed(), grant))
            .toList();
    Table test = ChurnFeatures.labelled(numbers.subList(0, 1), cutoffs.subList(0, 1));
    Table earlier =
        ChurnFeatures.labelled(
            numbers.subList(1, numbers.size()), cutoffs.subList(1, cutoffs.size()));
    told.at(.05);
    HeldOut heldOut = HeldOut.of(order, own(order.parameters()), earlier, test, told.part(.05, .7));
    heldOut.requireEnough();
    Table all = ChurnFeatures.labelled(numbers, cutoffs);
    Fitted served =
        Fitting.of(order.trainer(), own(order.parameters()), all, order.seed(), told.part(.7, 1));
    return new Trained(
        served.classifier().toBytes(),
        served.classifier().format(),
        heldOut.metrics(),
        heldOut.checks(),
        heldOut.verdict(),
        provenance(served, heldOut, cutoffs, numbers, definition),
        List.of(),
        heldOut.comparisons(),
        groups(cutoffs.getFirst(), heldOut, grant),
        heldOut.diagnostics());
  }

  /** How the tested model treats people of each country, and of what else is protected. */
  private List<GroupFigures> groups(Origin test, HeldOut heldOut, Grant grant) {
    return ProtectedGroups.fields().stream()
        .flatMap(
            field ->
                ProtectedGroups.of(
                    field, tables.words(test.snapshot().id(), field, grant), heldOut.model())
                    .stream())
        .toList();
  }

  /** The parameters of the trainer, without those of the task. */
  static Map<String, Double> own(Map<String, Double> parameters) {
    Map<String, Double> own = new HashMap<>(parameters);
    OWN.forEach(p -> own.remove(p.name()));
    return own;
  }

  private static Map<String, Object> provenance(
      Fitted served,
      HeldOut heldOut,
      List<Origin> cutoffs,
      List<Numbers> numbers,
      ChurnDefinition definition) {
    Map<String, Object> map = new LinkedHashMap<>(served.provenance().asMap());
    map.put("definition", "no order within " + definition.days() + " days");
    List<Map<String, Object>> list = new ArrayList<>();
    for (int i = 0; i < cutoffs.size(); i++) {
      Snapshot.Header header = cutoffs.get(i).snapshot();
      list.add(
          Map.of(
              "snapshot", String.valueOf(header.id()),
              "cutoff", header.cutoff().toString(),
              "hash", header.hash(),
              "people", numbers.get(i).of(),
              "learnedFrom", numbers.get(i).rows()));
    }
    map.put("cutoffs", list);
    map.put("splitKind", "time");
    map.put("split", "the latest cut-off is the test; the served model is fitted to all of them");
    map.put("testRows", heldOut.rows());
    map.put("baseline", heldOut.baseline());
    return map;
  }

  @Override
  public void keep(long runId, long modelId, Snapshot.Header snapshot, Trained trained) {
    // The model's bytes are all there is; the scores are made when it goes live.
  }
}
