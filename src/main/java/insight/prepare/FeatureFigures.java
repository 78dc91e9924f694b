package insight.prepare;

import insight.prepare.feature.Bin;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Column;
import insight.prepare.feature.Distributions;
import insight.prepare.feature.Feature;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The figures of each feature and snapshot: made when it is frozen, read by pages. */
@UseCase
public class FeatureFigures {
  @Inject Jdbi jdbi;

  record Row(
      long snapshotId,
      String feature,
      String fingerprint,
      long n,
      long known,
      Optional<Double> mean,
      Optional<Double> deviation,
      Optional<Double> least,
      Optional<Double> most,
      long sampled,
      String quantiles,
      String bins,
      Optional<Double> psi,
      Optional<Long> beforeId) {
    FeatureFigure figure() {
      return new FeatureFigure(
          snapshotId,
          feature,
          fingerprint,
          n,
          known,
          mean,
          deviation,
          least,
          most,
          sampled,
          Json.parseArray(quantiles).getValuesAs(JsonNumber::doubleValue),
          Json.parseArray(bins).getValuesAs(JsonObject.class).stream()
              .map(FeatureFigures::bin)
              .toList(),
          psi,
          beforeId);
    }
  }

  /** The figures of a snapshot by feature, in the catalogue's order. */
  public Map<String, FeatureFigure> of(long snapshot) {
    Map<String, FeatureFigure> byFeature = new LinkedHashMap<>();
    jdbi.withHandle(
            h ->
                h.createQuery("select * from pr_feature_figure where snapshot_id = :id")
                    .bind("id", snapshot)
                    .mapTo(Row.class)
                    .list())
        .forEach(row -> byFeature.put(row.feature(), row.figure()));
    Map<String, FeatureFigure> ordered = new LinkedHashMap<>();
    Catalogue.all()
        .forEach(
            f -> Optional.ofNullable(byFeature.get(f.id())).ifPresent(v -> ordered.put(f.id(), v)));
    return ordered;
  }

  /** A feature's figures in the newest snapshots that have it, newest first. */
  public List<FeatureFigure> history(String feature, int limit) {
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select * from pr_feature_figure where feature = :feature
                        order by snapshot_id desc limit :limit""")
                    .bind("feature", feature)
                    .bind("limit", limit)
                    .mapTo(Row.class)
                    .list())
        .stream()
        .map(Row::figure)
        .toList();
  }

  /** The newest snapshot before this one that holds the catalogue's features. */
  static Optional<Long> before(Handle h, long id) {
    return h.createQuery("select max(snapshot_id) from pr_feature_figure where snapshot_id < :id")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
  }

  /** Makes and keeps the figures of a snapshot that was just filled. */
  static void make(Handle h, long id) {
    Optional<Long> before = before(h, id);
    FeatureSample sample = FeatureSample.of(h, id);
    Optional<FeatureSample> earlier = before.map(b -> FeatureSample.of(h, b));
    Map<String, Object> exact = exact(h, id);
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into pr_feature_figure (snapshot_id, feature, fingerprint, n, known, mean,
              deviation, least, most, sampled, quantiles, bins, psi, before_id)
            values (:id, :feature, :fingerprint, :n, :known, :mean, :deviation, :least, :most,
              :sampled, :quantiles, :bins, :psi, :before)""");
    List<Feature> all = Catalogue.all();
    for (int i = 0; i < all.size(); i++) {
      Feature feature = all.get(i);
      Column column = sample.column(feature);
      Optional<Double> psi =
          earlier.filter(e -> e.size() > 0).map(e -> Distributions.psi(e.column(feature), column));
      batch
          .bind("id", id)
          .bind("feature", feature.id())
          .bind("fingerprint", Catalogue.fingerprint(feature))
          .bind("n", exact.get("n"))
          .bind("known", exact.get("k" + i))
          .bind("mean", exact.get("m" + i))
          .bind("deviation", exact.get("d" + i))
          .bind("least", exact.get("l" + i))
          .bind("most", exact.get("h" + i))
          .bind("sampled", column.size())
          .bind("quantiles", quantiles(column))
          .bind("bins", json(column.bins()))
          .bind("psi", psi.orElse(null))
          .bind("before", before.orElse(null))
          .add();
    }
    batch.execute();
  }

  private static Map<String, Object> exact(Handle h, long id) {
    List<String> figures = new ArrayList<>(List.of("count(*) as n"));
    List<Feature> all = Catalogue.all();
    for (int i = 0; i < all.size(); i++) {
      String column = all.get(i).column();
      figures.add("count(%s) as k%d".formatted(column, i));
      if (all.get(i).measure().numeric()) {
        String number = column + "::float8";
        figures.add("avg(%s) as m%d, stddev_pop(%s) as d%d".formatted(number, i, number, i));
        figures.add("min(%s) as l%d, max(%s) as h%d".formatted(number, i, number, i));
      }
    }
    return h.createQuery(
            "select " + String.join(", ", figures) + " from pr_feature_row where snapshot_id = :id")
        .bind("id", id)
        .mapToMap()
        .one();
  }

  private static String quantiles(Column column) {
    JsonArrayBuilder json = Json.array();
    if (column instanceof Column.Numbers numbers) {
      Distributions.quantiles(numbers.values()).forEach(json::add);
    }
    return json.build().toString();
  }

  private static String json(List<Bin> bins) {
    JsonArrayBuilder json = Json.array();
    bins.forEach(
        b ->
            json.add(
                b.word().isEmpty()
                    ? Json.object().add("from", b.from()).add("to", b.to()).add("n", b.n())
                    : Json.object().add("word", b.word()).add("n", b.n())));
    return json.build().toString();
  }

  private static Bin bin(JsonObject json) {
    return json.containsKey("word")
        ? new Bin(json.getString("word"), 0, 0, json.getJsonNumber("n").longValue())
        : new Bin(
            "",
            json.getJsonNumber("from").doubleValue(),
            json.getJsonNumber("to").doubleValue(),
            json.getJsonNumber("n").longValue());
  }
}
