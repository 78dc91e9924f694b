package insight.prepare;

import insight.prepare.feature.Feature;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads frozen features of buyers as flat numbers: what models learn from and score. */
@UseCase
public class FeatureTables {
  @Inject Jdbi jdbi;

  /**
   * Numbers of some people.
   *
   * @param persons ascending
   * @param values person after person, in the order of the features; NaN where not known; amounts
   *     in the smallest unit of the snapshot's currency
   * @param orders how many orders each made in the days after the cut-off; -1 where not frozen
   * @param of how many people there are in all, those left out by the cap included
   */
  @SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
  public record Numbers(
      List<Feature> features, long[] persons, float[] values, int[] orders, long of) {
    public int rows() {
      return persons.length;
    }
  }

  /**
   * Everybody who had bought; at most {@code most} of them, drawn by the seed.
   *
   * @param features numeric ones only
   */
  public Numbers buyers(long snapshot, List<Feature> features, int most, long seed, Grant grant) {
    String who = "f.snapshot_id = :snapshot and f.frequency > 0 and " + grant.persons("f.person");
    long all =
        jdbi.withHandle(
            h ->
                h.createQuery("select count(*) from pr_feature_row f where " + who)
                    .bind("snapshot", snapshot)
                    .mapTo(Long.class)
                    .one());
    String drawn =
        all <= most
            ? who
            : "f.person in (select f.person from pr_feature_row f where "
                + who
                + " order by hashint8extended(f.person, :seed) limit :most)"
                + " and f.snapshot_id = :snapshot";
    return read(snapshot, features, drawn, (int) Math.min(all, most), new Draw(seed, most, all));
  }

  /** A person's word. */
  private record Word(long person, String word) {}

  /** What a feature in words says of each buyer; who has none is left out. */
  public Map<Long, String> words(long snapshot, Feature feature, Grant grant) {
    String sql =
        "select f.person, f.%1$s as word from pr_feature_row f where f.snapshot_id = :snapshot and"
                .formatted(feature.column())
            + " f.frequency > 0 and f.%1$s is not null and ".formatted(feature.column())
            + grant.persons("f.person");
    return jdbi.withHandle(
        h ->
            h
                .createQuery(sql)
                .bind("snapshot", snapshot)
                .setFetchSize(Snapshots.FETCH)
                .mapTo(Word.class)
                .stream()
                .collect(Collectors.toMap(Word::person, Word::word)));
  }

  private record Draw(long seed, int most, long of) {}

  /** The next people after {@code person}, ascending. */
  public Numbers page(long snapshot, List<Feature> features, long person, int most, Grant grant) {
    String who =
        "f.person in (select f.person from pr_feature_row f where f.snapshot_id = :snapshot"
            + " and f.frequency > 0 and f.person > "
            + person
            + " and "
            + grant.persons("f.person")
            + " order by f.person limit :most) and f.snapshot_id = :snapshot";
    return read(snapshot, features, who, most, new Draw(0, most, most));
  }

  /** One person; no row when the snapshot does not know them as a buyer. */
  public Numbers one(long snapshot, List<Feature> features, long person, Grant grant) {
    String who =
        "f.snapshot_id = :snapshot and f.frequency > 0 and f.person = "
            + person
            + " and "
            + grant.persons("f.person");
    return read(snapshot, features, who, 1, new Draw(0, 1, 1));
  }

  private Numbers read(long snapshot, List<Feature> features, String who, int room, Draw draw) {
    if (features.stream().anyMatch(f -> !f.measure().numeric())) {
      throw new IllegalArgumentException("numbers only");
    }
    String columns =
        features.stream().map(f -> "f." + f.column()).collect(Collectors.joining(", "));
    String sql =
        "select f.person, coalesce(o.orders, -1), "
            + columns
            + " from pr_feature_row f left join pr_outcome o on o.snapshot_id = f.snapshot_id"
            + " and o.person = f.person where "
            + who
            + " order by f.person";
    Flat flat = new Flat(features.size(), room);
    jdbi.useHandle(
        h ->
            h.createQuery(sql)
                .bind("snapshot", snapshot)
                .bind("seed", draw.seed())
                .bind("most", draw.most())
                .configure(
                    org.jdbi.v3.core.statement.SqlStatements.class,
                    c -> c.setUnusedBindingAllowed(true))
                .setFetchSize(Snapshots.FETCH)
                .map((rs, ctx) -> flat.add(rs))
                .forEach(row -> {}));
    return flat.numbers(features, draw.of());
  }

  /** Grows row by row. */
  private static final class Flat {
    private final int width;
    private long[] persons;
    private int[] orders;
    private float[] values;
    private int rows;

    Flat(int width, int room) {
      this.width = width;
      persons = new long[room];
      orders = new int[room];
      values = new float[Math.multiplyExact(room, width)];
    }

    int add(ResultSet rs) throws SQLException {
      persons[rows] = rs.getLong(1);
      orders[rows] = rs.getInt(2);
      for (int i = 0; i < width; i++) {
        float value = rs.getFloat(i + 3);
        values[rows * width + i] = rs.wasNull() ? Float.NaN : value;
      }
      return rows++;
    }

    Numbers numbers(List<Feature> features, long of) {
      return new Numbers(
          features,
          Arrays.copyOf(persons, rows),
          Arrays.copyOf(values, rows * width),
          Arrays.copyOf(orders, rows),
          Math.max(of, rows));
    }
  }
}
