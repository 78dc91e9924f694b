package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.Arrays;

/**
 * Groups of dense places, and rows that are in none. A row goes where the sampled row is that is
 * nearest to it by mutual reachability, if it is within the reach at which that one's group came
 * about; else it is in no group. Groups are numbered by falling size.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes
public record DensityGroups(
    Scaling scaling,
    Distance distance,
    double[] rows,
    double[] cores,
    int[] groups,
    double[] reach) {
  /** The name of the stored form. */
  public static final String FORMAT = "insight-hdbscan/1";

  /** Of rows in no group. */
  public static final int NONE = -1;

  private static final String MAGIC = "INSHDB";
  private static final int LAYOUT = 1;

  /** How many groups there are, the rows in none not counted. */
  public int k() {
    return reach.length;
  }

  /** The group of each row, or {@link #NONE}. */
  public int[] assign(FeatureMatrix matrix, Runnable tick) {
    return assignPlaced(distance.placed(scaling.scaled(matrix), matrix.columns()), tick);
  }

  /** The group of a row in the features' own units, or {@link #NONE}. */
  public int assign(double... row) {
    return assign(FeatureMatrix.of(scaling.names(), row), () -> {})[0];
  }

  int[] assignPlaced(double[] flat, Runnable tick) {
    int columns = scaling.features().size();
    int[] assigned = new int[flat.length / columns];
    int piece = 256;
    Chunks.each(
        (assigned.length + piece - 1) / piece,
        tick,
        i -> {
          int end = Math.min(assigned.length, (i + 1) * piece);
          for (int row = i * piece; row < end; row++) {
            assigned[row] = nearest(flat, row * columns, columns);
          }
        });
    return assigned;
  }

  private int nearest(double[] flat, int from, int columns) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < groups.length; i++) {
      double own = distance.ofCost(distance.cost(flat, from, rows, i * columns, columns));
      double mutual = Math.max(own, cores[i]);
      if (mutual < least || (mutual == least && own < nearest)) {
        best = i;
        least = mutual;
        nearest = own;
      }
    }
    return groups[best] != NONE && least <= reach[groups[best]] ? groups[best] : NONE;
  }

  /** The stored form; the same model gives the same bytes. */
  public byte[] toBytes() {
    ModelWriter writer = new ModelWriter(MAGIC, LAYOUT).text(distance.word());
    scaling.write(writer);
    return writer.reals(rows).reals(cores).wholes(groups).reals(reach).toBytes();
  }

  /**
   * Reads stored groups.
   *
   * @throws insight.learn.UnreadableModel when the bytes are none
   */
  public static DensityGroups fromBytes(byte[] bytes) {
    ModelReader reader = new ModelReader(bytes, MAGIC, LAYOUT);
    Distance distance = Distance.read(reader);
    Scaling scaling = Scaling.read(reader);
    double[] rows = reader.reals();
    double[] cores = reader.reals();
    int[] groups = reader.wholes();
    double[] reach = reader.reals();
    reader.end();
    ModelReader.require(
        rows.length == groups.length * scaling.features().size()
            && cores.length == groups.length
            && groups.length > 0
            && Arrays.stream(groups).allMatch(g -> NONE <= g && g < reach.length),
        "groups of the rows");
    return new DensityGroups(scaling, distance, rows, cores, groups, reach);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DensityGroups that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(groups);
  }
}
