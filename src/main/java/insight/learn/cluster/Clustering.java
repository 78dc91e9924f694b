package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups with a centre each, which rows belong to by nearness: their centres, the distance and how
 * rows are scaled. Groups are numbered by falling size, so the same groups have the same numbers
 * whatever the seed.
 */
public final class Clustering {
  /** The name of the stored form. */
  public static final String FORMAT = "insight-k-means/2";

  private static final String MAGIC = "INSKM1";
  private static final int EUCLID_ONLY = 1;
  private static final int LAYOUT = 2;

  private final Scaling scaling;
  private final Distance distance;
  private final double[][] centres;

  /** The middles of the groups in scaled units; other than the centres for angles only. */
  private final double[][] typical;

  private final int[] sizes;
  private final double inertia;

  Clustering(
      Scaling scaling,
      Distance distance,
      double[][] centres,
      double[][] typical,
      int[] sizes,
      double inertia) {
    this.scaling = scaling;
    this.distance = distance;
    this.centres = centres;
    this.typical = typical;
    this.sizes = sizes;
    this.inertia = inertia;
  }

  /** How many groups there are. */
  public int k() {
    return centres.length;
  }

  public List<String> names() {
    return scaling.names();
  }

  public Scaling scaling() {
    return scaling;
  }

  public Distance distance() {
    return distance;
  }

  /** How many training rows are in the group. */
  public int size(int cluster) {
    return sizes[cluster];
  }

  /**
   * The sum of the squared distances of the training rows to their centres, in scaled units; for
   * {@link Distance#L1} of the distances.
   */
  public double inertia() {
    return inertia;
  }

  /** The middle in scaled units: standard deviations from the mean of all rows. */
  public double[] scaledCentre(int cluster) {
    return typical[cluster].clone();
  }

  /** The centre in the features' own units; where the logarithm was taken, a geometric mean. */
  public double[] centre(int cluster) {
    return scaling.original(typical[cluster]);
  }

  /** The group of a row given in the features' own units, and the second nearest. */
  public Assignment assign(double[] row) {
    return assignScaled(placed(finite(row)), 0);
  }

  private double[] placed(double[] row) {
    return distance.placed(scaling.scaled(row), row.length);
  }

  /** The group of each row. */
  public int[] assign(FeatureMatrix matrix) {
    return assignPlaced(distance.placed(scaling.scaled(matrix), matrix.columns()));
  }

  /** The group of each row, given in scaled units where the distance sees it. */
  int[] assignPlaced(double[] flat) {
    int columns = scaling.features().size();
    int[] groups = new int[flat.length / columns];
    Chunks.each(
        Chunks.of(groups.length),
        () -> {},
        chunk -> {
          int end = Math.min(groups.length, (chunk + 1) * Chunks.ROWS);
          for (int row = chunk * Chunks.ROWS; row < end; row++) {
            groups[row] = assignScaled(flat, row * columns).cluster();
          }
        });
    return groups;
  }

  Assignment assignScaled(double[] flat, int from) {
    int first = 0;
    int second = -1;
    double nearest = cost(flat, from, centres[0]);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 1; c < centres.length; c++) {
      double cost = cost(flat, from, centres[c]);
      if (cost < nearest) {
        second = first;
        next = nearest;
        first = c;
        nearest = cost;
      } else if (cost < next) {
        second = c;
        next = cost;
      }
    }
    return new Assignment(first, distance.ofCost(nearest), second, distance.ofCost(next));
  }

  private double cost(double[] flat, int from, double[] centre) {
    return distance.cost(flat, from, centre, 0, centre.length);
  }

  /** Why a row is in its group and not in the runner-up, the strongest feature first. */
  public List<Contribution> explain(double[] row) {
    double[] placed = placed(finite(row));
    Assignment assignment = assignScaled(placed, 0);
    int own = assignment.cluster();
    int other = assignment.runnerUp();
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < placed.length; i++) {
      Scaling.Feature feature = scaling.features().get(i);
      double points =
          distance.cost(placed, i, centres[other], i, 1)
              - distance.cost(placed, i, centres[own], i, 1);
      contributions.add(
          new Contribution(
              feature.name(),
              row[i],
              feature.original(typical[own][i]),
              feature.original(typical[other][i]),
              points));
    }
    contributions.sort(Comparator.comparingDouble((Contribution c) -> -c.points()));
    return List.copyOf(contributions);
  }

  private double[] finite(double[] row) {
    return FeatureMatrix.of(names(), row).row(0);
  }

  /** The stored form; the same model gives the same bytes. */
  public byte[] toBytes() {
    ModelWriter writer = new ModelWriter(MAGIC, LAYOUT);
    write(writer);
    return writer.toBytes();
  }

  void write(ModelWriter writer) {
    writer.text(distance.word());
    scaling.write(writer);
    writer.real(inertia).wholes(sizes);
    for (double[] centre : centres) {
      writer.reals(centre);
    }
    for (double[] middle : typical) {
      writer.reals(middle);
    }
  }

  /**
   * Reads a stored clustering.
   *
   * @throws insight.learn.UnreadableModel when the bytes are none
   */
  public static Clustering fromBytes(byte[] bytes) {
    int layout = ModelReader.layout(bytes) == EUCLID_ONLY ? EUCLID_ONLY : LAYOUT;
    ModelReader reader = new ModelReader(bytes, MAGIC, layout);
    Clustering model = layout == LAYOUT ? read(reader) : read(reader, Distance.EUCLID);
    reader.end();
    return model;
  }

  static Clustering read(ModelReader reader) {
    return read(reader, Distance.read(reader)).typical(reader);
  }

  private static Clustering read(ModelReader reader, Distance distance) {
    Scaling scaling = Scaling.read(reader);
    double inertia = reader.real();
    int[] sizes = reader.wholes();
    ModelReader.require(sizes.length >= 2, "groups");
    double[][] centres = centres(reader, sizes.length, scaling);
    return new Clustering(scaling, distance, centres, centres, sizes, inertia);
  }

  private Clustering typical(ModelReader reader) {
    double[][] middles = centres(reader, sizes.length, scaling);
    return new Clustering(scaling, distance, centres, middles, sizes, inertia);
  }

  private static double[][] centres(ModelReader reader, int k, Scaling scaling) {
    double[][] centres = new double[k][];
    for (int c = 0; c < k; c++) {
      centres[c] = reader.reals();
      ModelReader.require(centres[c].length == scaling.features().size(), "features of a centre");
    }
    return centres;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clustering that
        && scaling.equals(that.scaling)
        && distance == that.distance
        && inertia == that.inertia
        && Arrays.equals(sizes, that.sizes)
        && Arrays.deepEquals(centres, that.centres)
        && Arrays.deepEquals(typical, that.typical);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(centres);
  }
}
