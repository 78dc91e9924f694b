package insight.learn.cluster;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups found by k-means: their centres and how rows are scaled. Groups are numbered by falling
 * size, so the same groups have the same numbers whatever the seed.
 */
public final class Clustering {
  /** The name of the stored form. */
  public static final String FORMAT = "insight-k-means/1";

  private static final String MAGIC = "INSKM1";
  private static final int LAYOUT = 1;

  private final Scaling scaling;
  private final double[][] centres;
  private final int[] sizes;
  private final double inertia;

  Clustering(Scaling scaling, double[][] centres, int[] sizes, double inertia) {
    this.scaling = scaling;
    this.centres = centres;
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

  /** How many training rows are in the group. */
  public int size(int cluster) {
    return sizes[cluster];
  }

  /** The sum of the squared distances of the training rows to their centres, in scaled units. */
  public double inertia() {
    return inertia;
  }

  /** Less inertia is better, but first of all no group may have stayed empty. */
  boolean isBetterThan(Clustering other) {
    return empty() == other.empty() ? inertia < other.inertia : empty() < other.empty();
  }

  private long empty() {
    return Arrays.stream(sizes).filter(size -> size == 0).count();
  }

  /** The centre in scaled units: standard deviations from the mean of all rows. */
  public double[] scaledCentre(int cluster) {
    return centres[cluster].clone();
  }

  /** The centre in the features' own units; where the logarithm was taken, a geometric mean. */
  public double[] centre(int cluster) {
    return scaling.original(centres[cluster]);
  }

  /** The group of a row given in the features' own units, and the second nearest. */
  public Assignment assign(double[] row) {
    return assignScaled(scaling.scaled(finite(row)), 0);
  }

  /** The group of each row. */
  public int[] assign(FeatureMatrix matrix) {
    return assignScaled(scaling.scaled(matrix));
  }

  int[] assignScaled(double[] flat) {
    int columns = scaling.features().size();
    int[] groups = new int[flat.length / columns];
    Arrays.setAll(groups, row -> assignScaled(flat, row * columns).cluster());
    return groups;
  }

  Assignment assignScaled(double[] flat, int from) {
    int first = 0;
    int second = -1;
    double nearest = squaredDistance(flat, from, centres[0]);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 1; c < centres.length; c++) {
      double distance = squaredDistance(flat, from, centres[c]);
      if (distance < nearest) {
        second = first;
        next = nearest;
        first = c;
        nearest = distance;
      } else if (distance < next) {
        second = c;
        next = distance;
      }
    }
    return new Assignment(first, Math.sqrt(nearest), second, Math.sqrt(next));
  }

  static double squaredDistance(double[] flat, int from, double[] centre) {
    double squares = 0;
    for (int i = 0; i < centre.length; i++) {
      double d = flat[from + i] - centre[i];
      squares += d * d;
    }
    return squares;
  }

  /** Why a row is in its group and not in the runner-up, the strongest feature first. */
  public List<Contribution> explain(double[] row) {
    double[] scaled = scaling.scaled(finite(row));
    Assignment assignment = assignScaled(scaled, 0);
    double[] own = centres[assignment.cluster()];
    double[] other = centres[assignment.runnerUp()];
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < scaled.length; i++) {
      Scaling.Feature feature = scaling.features().get(i);
      double points =
          (scaled[i] - other[i]) * (scaled[i] - other[i])
              - (scaled[i] - own[i]) * (scaled[i] - own[i]);
      contributions.add(
          new Contribution(
              feature.name(),
              row[i],
              feature.original(own[i]),
              feature.original(other[i]),
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
    ModelWriter writer = new ModelWriter(MAGIC, LAYOUT).texts(names());
    for (Scaling.Feature feature : scaling.features()) {
      writer.whole(feature.logged() ? 1 : 0).real(feature.mean()).real(feature.scale());
    }
    writer.real(inertia).wholes(sizes);
    for (double[] centre : centres) {
      writer.reals(centre);
    }
    return writer.toBytes();
  }

  /**
   * Reads a stored clustering.
   *
   * @throws insight.learn.UnreadableModel when the bytes are none
   */
  public static Clustering fromBytes(byte[] bytes) {
    ModelReader reader = new ModelReader(bytes, MAGIC, LAYOUT);
    List<Scaling.Feature> features = new ArrayList<>();
    for (String name : reader.texts()) {
      boolean logged = reader.whole() == 1;
      features.add(new Scaling.Feature(name, logged, reader.real(), reader.real()));
    }
    double inertia = reader.real();
    int[] sizes = reader.wholes();
    ModelReader.require(!features.isEmpty() && sizes.length >= 2, "features and groups");
    double[][] centres = new double[sizes.length][];
    for (int c = 0; c < centres.length; c++) {
      centres[c] = reader.reals();
      ModelReader.require(centres[c].length == features.size(), "features of a centre");
    }
    reader.end();
    return new Clustering(new Scaling(features), centres, sizes, inertia);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clustering that
        && scaling.equals(that.scaling)
        && inertia == that.inertia
        && Arrays.equals(sizes, that.sizes)
        && Arrays.deepEquals(centres, that.centres);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(centres);
  }
}
