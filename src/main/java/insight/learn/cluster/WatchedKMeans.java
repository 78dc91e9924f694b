package insight.learn.cluster;

import insight.learn.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;

/**
 * Tribuo's trainer with one thread, heard after every iteration: Tribuo itself neither reports nor
 * stops.
 */
final class WatchedKMeans extends KMeansTrainer {
  // Held here, because a logger nobody holds forgets its level. Tribuo tells of each iteration.
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  static {
    TRIBUO.setLevel(Level.WARNING);
  }

  private final int iterations;
  private final Progress progress;
  private int done;

  WatchedKMeans(int k, int iterations, long seed, Progress progress) {
    super(k, iterations, new L2Distance(), Initialisation.PLUSPLUS, 1, seed);
    this.iterations = iterations;
    this.progress = progress;
  }

  @Override
  protected void mStep(
      @Nullable ForkJoinPool pool,
      DenseVector[] centres,
      Map<Integer, List<Integer>> assignments,
      SGDVector[] data,
      double[] weights) {
    progress.at((double) done++ / iterations);
    super.mStep(pool, centres, assignments, data, weights);
  }
}
