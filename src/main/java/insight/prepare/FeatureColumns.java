package insight.prepare;

import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads some features of the buyers of a snapshot, streamed into flat arrays. */
@UseCase
public class FeatureColumns {
  @Inject Jdbi jdbi;

  /**
   * Some features of some people.
   *
   * @param features ids of the catalogue
   * @param persons ascending
   * @param values the rows one after the other; NaN where a value is not known
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  public record Values(List<String> features, long[] persons, double[] values) {
    public Values {
      features = List.copyOf(features);
    }

    public double value(int row, int feature) {
      return values[row * features.size() + feature];
    }
  }

  /**
   * The buyers' values, in the order in which {@link Snapshots#read} gives the customers.
   *
   * @param features ids of numeric features of the catalogue
   * @throws Refused (unprocessable) when there is no such feature
   */
  public Values buyers(long snapshot, List<String> features) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select c.person, %s from pr_customer_features c
                      left join pr_feature_row f
                        on f.snapshot_id = c.snapshot_id and f.person = c.person
                    where c.snapshot_id = :id order by c.person"""
                        .formatted(columns(features)))
                .bind("id", snapshot)
                .setFetchSize(Snapshots.FETCH)
                .scanResultSet(
                    (rows, context) -> {
                      try (context) {
                        return read(features, rows.get());
                      }
                    }));
  }

  /** What is known of one person, by feature. */
  public Map<String, Double> person(long snapshot, long person, List<String> features) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select %s from pr_feature_row f where snapshot_id = :id and person = :person"
                        .formatted(columns(features)))
                .bind("id", snapshot)
                .bind("person", person)
                .scanResultSet(
                    (rows, context) -> {
                      try (context) {
                        return known(features, rows.get());
                      }
                    }));
  }

  private static Map<String, Double> known(List<String> features, ResultSet rows)
      throws SQLException {
    Map<String, Double> known = new LinkedHashMap<>();
    if (rows.next()) {
      for (int i = 0; i < features.size(); i++) {
        double value = rows.getDouble(i + 1);
        if (!rows.wasNull()) {
          known.put(features.get(i), value);
        }
      }
    }
    return known;
  }

  private static String columns(List<String> features) {
    return features.stream()
        .map(id -> "f." + numeric(id).column() + "::float8")
        .collect(Collectors.joining(", "));
  }

  private static Feature numeric(String id) {
    return Catalogue.find(id)
        .filter(f -> f.measure().numeric())
        .orElseThrow(() -> Refused.unprocessable("prepare.feature.unknown", id));
  }

  private static Values read(List<String> features, ResultSet rows) throws SQLException {
    int columns = features.size();
    long[] persons = new long[1_024];
    double[] values = new double[persons.length * columns];
    int n = 0;
    while (rows.next()) {
      if (n == persons.length) {
        persons = Arrays.copyOf(persons, n * 2);
        values = Arrays.copyOf(values, persons.length * columns);
      }
      persons[n] = rows.getLong(1);
      for (int i = 0; i < columns; i++) {
        double value = rows.getDouble(i + 2);
        values[n * columns + i] = rows.wasNull() ? Double.NaN : value;
      }
      n++;
    }
    return new Values(features, Arrays.copyOf(persons, n), Arrays.copyOf(values, n * columns));
  }
}
