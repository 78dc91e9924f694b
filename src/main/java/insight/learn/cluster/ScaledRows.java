package insight.learn.cluster;

import insight.kernel.Refused;
import insight.learn.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseVector;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The rows in scaled units, once flat for us and once as Tribuo wants them. */
final class ScaledRows {
  private final Scaling scaling;
  private final double[] flat;
  private final Dataset<ClusterID> dataset;

  ScaledRows(Scaling scaling, FeatureMatrix matrix) {
    this.scaling = scaling;
    this.flat = scaling.scaled(matrix);
    this.dataset = dataset();
  }

  private Dataset<ClusterID> dataset() {
    ClusteringFactory factory = new ClusteringFactory();
    MutableDataset<ClusterID> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance("insight", factory), factory);
    // Tribuo orders features by name; numbers of one width keep our order.
    String[] names =
        IntStream.range(0, columns())
            .mapToObj(i -> String.format("%05d", i))
            .toArray(String[]::new);
    for (int from = 0; from < flat.length; from += columns()) {
      double[] row = Arrays.copyOfRange(flat, from, from + columns());
      examples.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, row));
    }
    return examples;
  }

  Scaling scaling() {
    return scaling;
  }

  double[] flat() {
    return flat;
  }

  int columns() {
    return scaling.features().size();
  }

  int rows() {
    return flat.length / columns();
  }

  /** How many different rows there are, counted up to {@code enough}. */
  int different(int enough) {
    TreeSet<double[]> found = new TreeSet<>((Comparator<double[]>) Arrays::compare);
    for (int from = 0; from < flat.length && found.size() < enough; from += columns()) {
      found.add(Arrays.copyOfRange(flat, from, from + columns()));
    }
    return found.size();
  }

  void requireDifferent(int k) {
    if (k < 2) {
      throw new IllegalArgumentException("groups are at least two, not " + k);
    }
    int different = different(k);
    if (different < k) {
      throw Refused.unprocessable("learn.groups.rows", different, k);
    }
  }

  /** One start. */
  Clustering cluster(int k, int iterations, long seed, Progress progress) {
    KMeansModel model = new WatchedKMeans(k, iterations, seed, progress).train(dataset);
    double[][] centres =
        Arrays.stream(model.getCentroidVectors())
            .map(DenseVector::toArray)
            .toArray(double[][]::new);
    int[] sizes = new int[k];
    double inertia = 0;
    Clustering unordered = new Clustering(scaling, centres, sizes, 0);
    for (int from = 0; from < flat.length; from += columns()) {
      int nearest = unordered.assignScaled(flat, from).cluster();
      sizes[nearest]++;
      inertia += Clustering.squaredDistance(flat, from, centres[nearest]);
    }
    return ordered(centres, sizes, inertia);
  }

  /** Numbers the groups by falling size, equal ones by their centres. */
  private Clustering ordered(double[][] centres, int[] sizes, double inertia) {
    int[] order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer c) -> -sizes[c])
                    .thenComparing(c -> centres[c], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] byOrder = Arrays.stream(order).mapToObj(c -> centres[c]).toArray(double[][]::new);
    int[] sizesByOrder = Arrays.stream(order).map(c -> sizes[c]).toArray();
    return new Clustering(scaling, byOrder, sizesByOrder, inertia);
  }
}
