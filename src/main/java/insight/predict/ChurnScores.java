package insight.predict;

import insight.kernel.CustomerKey;
import insight.learn.tabular.Classifier;
import insight.learn.tabular.Table;
import insight.predict.ChurnScore.Reason;
import insight.prepare.FeatureTables;
import insight.prepare.FeatureTables.Numbers;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.prepare.feature.Feature;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Scores of the live churn model: everybody's, a customer's with reasons, how they lie. */
@UseCase
public class ChurnScores {
  private static final int PAGE = 20_000;
  private static final int REASONS = 4;
  private static final int BARS = 20;

  @Inject Jdbi jdbi;
  @Inject LiveChurn live;
  @Inject FeatureTables tables;
  @Inject Snapshots snapshots;
  @Inject Clock clock;

  /** How many people have a probability from {@code from} to a twentieth above it. */
  public record Bar(double from, long people) {}

  /** One row of the ranking. */
  public record Ranked(CustomerKey customer, double probability) {}

  /** The newest scoring; empty before the first model went live. */
  public Optional<Scoring> newest() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from pd_scoring order by id desc limit 1")
                .mapTo(Scoring.class)
                .findOne());
  }

  /** The model behind the scores, and what it means by leaving. */
  public Optional<ChurnDefinition> definition() {
    return live.now().map(LiveChurn.Live::definition);
  }

  /**
   * A customer's score, made now from the newest snapshot; empty when no model is live, or the
   * snapshot knows no purchase of the customer, or the grant does not allow it.
   */
  public Optional<ChurnScore> of(CustomerKey customer, Grant grant) {
    return live.now().flatMap(l -> l.classifier().flatMap(c -> score(l, c, customer, grant)));
  }

  private Optional<ChurnScore> score(
      LiveChurn.Live live, Classifier classifier, CustomerKey customer, Grant grant) {
    Optional<Snapshot.Header> snapshot = snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES);
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    List<Feature> features = ChurnFeatures.of(classifier.columns());
    Numbers numbers = tables.one(snapshot.get().id(), features, customer.value(), grant);
    if (numbers.rows() == 0) {
      return Optional.empty();
    }
    Table row = ChurnFeatures.unlabelled(numbers, snapshot.get().cutoff());
    return Optional.of(
        new ChurnScore(
            customer,
            classifier.probabilities(row)[0],
            live.definition(),
            reasons(classifier, row),
            live.model().id(),
            live.model().number(),
            snapshot.get().cutoff()));
  }

  private static List<Reason> reasons(Classifier classifier, Table row) {
    double[] points = classifier.contributions(row, 0);
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      reasons.add(new Reason(row.columns().at(i).name(), row.value(0, i), points[i]));
    }
    reasons.sort(Comparator.comparingDouble((Reason r) -> -Math.abs(r.points())));
    return reasons.stream().filter(r -> r.points() != 0).limit(REASONS).toList();
  }

  /** Whether the newest snapshot has not been scored by the live model. */
  boolean behind() {
    Optional<Snapshot.Header> snapshot = snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES);
    Optional<LiveChurn.Live> model = live.now().filter(l -> l.classifier().isPresent());
    return snapshot.isPresent()
        && model.isPresent()
        && newest()
            .filter(
                s ->
                    s.modelId() == model.get().model().id()
                        && s.snapshotId() == snapshot.get().id())
            .isEmpty();
  }

  /**
   * Scores everybody anew in one transaction; the scores before go. Nobody is scored who refused to
   * be: the grant keeps them out.
   *
   * @return how many people were scored
   */
  long scoreAll(Grant grant) {
    LiveChurn.Live model = live.now().orElseThrow();
    Classifier classifier = model.classifier().orElseThrow();
    Snapshot.Header snapshot = snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES).orElseThrow();
    List<Feature> features = ChurnFeatures.of(classifier.columns());
    return jdbi.withHandle(
        h -> {
          long scoring = insert(h, model, snapshot);
          long people = 0;
          long last = Long.MIN_VALUE;
          Numbers page = tables.page(snapshot.id(), features, last, PAGE, grant);
          while (page.rows() > 0) {
            Table table = ChurnFeatures.unlabelled(page, snapshot.cutoff());
            insert(h, scoring, page.persons(), classifier.probabilities(table));
            people += page.rows();
            last = page.persons()[page.rows() - 1];
            page = tables.page(snapshot.id(), features, last, PAGE, grant);
          }
          h.execute("update pd_scoring set people = ? where id = ?", people, scoring);
          h.execute("delete from pd_scoring where id < ?", scoring);
          return people;
        });
  }

  private long insert(Handle h, LiveChurn.Live model, Snapshot.Header snapshot) {
    return h.createQuery(
            """
            insert into pd_scoring (model_id, snapshot_id, cutoff, days, at, people)
            values (:model, :snapshot, :cutoff, :days, :now, 0) returning id""")
        .bind("model", model.model().id())
        .bind("snapshot", snapshot.id())
        .bind("cutoff", snapshot.cutoff())
        .bind("days", model.definition().days())
        .bind("now", clock.instant())
        .mapTo(Long.class)
        .one();
  }

  private static void insert(Handle h, long scoring, long[] persons, double[] probabilities) {
    h.createUpdate(
            """
            insert into pd_score (scoring_id, person, probability)
            select :scoring, p, q from unnest(cast(:persons as bigint[]),
              cast(:probabilities as double precision[])) u (p, q)""")
        .bind("scoring", scoring)
        .bind("persons", Arrays.stream(persons).boxed().toArray(Long[]::new))
        .bind("probabilities", Arrays.stream(probabilities).boxed().toArray(Double[]::new))
        .execute();
  }

  /** How the scores of those lie who may be read, in twentieths. */
  public List<Bar> bars(Scoring scoring, Grant grant) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select b.bar / %1$d.0 as from, count(s.person) as people
                    from generate_series(0, %1$d - 1) b (bar)
                    left join pd_score s on s.scoring_id = :scoring and %2$s
                      and least(floor(s.probability * %1$d), %1$d - 1) = b.bar
                    group by b.bar order by b.bar"""
                        .formatted(BARS, grant.persons("s.person"))
                        .replace("as from,", "as \"from\","))
                .bind("scoring", scoring.id())
                .mapTo(Bar.class)
                .list());
  }

  /** Those most likely to leave first. */
  public List<Ranked> ranking(Scoring scoring, double least, Grant grant, long offset, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select s.person, s.probability from pd_score s
                    where s.scoring_id = :scoring and s.probability >= :least and %s
                    order by s.probability desc, s.person offset :offset limit :limit"""
                        .formatted(grant.persons("s.person")))
                .bind("scoring", scoring.id())
                .bind("least", least)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((rs, ctx) -> new Ranked(new CustomerKey(rs.getLong(1)), rs.getDouble(2)))
                .list());
  }

  /** How many have at least this probability. */
  public long count(Scoring scoring, double least, Grant grant) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from pd_score s where s.scoring_id = :scoring"
                        + " and s.probability >= :least and "
                        + grant.persons("s.person"))
                .bind("scoring", scoring.id())
                .bind("least", least)
                .mapTo(Long.class)
                .one());
  }
}
