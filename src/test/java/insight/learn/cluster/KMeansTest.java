package insight.learn.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.Progress;
import insight.learn.Stopped;
import insight.learn.Trained;
import insight.learn.UnreadableModel;
import insight.learn.measure.AdjustedRand;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final List<String> NAMES = List.of("recency", "frequency", "monetary");
  private static final double[][] PLACES = {{10, 5, 100}, {200, 1, 20}, {30, 20, 5_000}};

  /** Three groups far apart, of 60, 40 and 20 rows. */
  private static FeatureMatrix blobs(long seed) {
    Random chance = new Random(seed);
    double[][] rows = new double[120][];
    for (int i = 0; i < rows.length; i++) {
      double[] place = PLACES[truth(i)];
      rows[i] = new double[place.length];
      for (int f = 0; f < place.length; f++) {
        rows[i][f] = place[f] * (1 + .05 * chance.nextGaussian());
      }
    }
    return FeatureMatrix.of(NAMES, rows);
  }

  private static int truth(int row) {
    return row < 60 ? 0 : row < 100 ? 1 : 2;
  }

  private static int[] truth() {
    int[] groups = new int[120];
    java.util.Arrays.setAll(groups, KMeansTest::truth);
    return groups;
  }

  private static Scaling scaling(FeatureMatrix matrix) {
    return Scaling.fit(matrix, Set.of("monetary", "frequency"));
  }

  private static Clustering three(FeatureMatrix matrix, long seed) {
    return KMeans.seeded(seed).train(matrix, scaling(matrix), 3, Progress.NONE).model();
  }

  @Property(tries = 10)
  void itFindsThreeGroupsFarApart(@ForAll long data, @ForAll long seed) {
    FeatureMatrix matrix = blobs(data);
    Clustering model = three(matrix, seed);
    assertEquals(1, AdjustedRand.of(truth(), model.assign(matrix)), 1e-12);
    assertEquals(List.of(60, 40, 20), List.of(model.size(0), model.size(1), model.size(2)));
    assertArrayEquals(PLACES[1], model.centre(1), 10);
  }

  @Property(tries = 5)
  void theSameSeedGivesTheSameGroups(@ForAll long seed) {
    FeatureMatrix matrix = blobs(seed);
    assertEquals(three(matrix, seed), three(matrix, seed));
    assertArrayEquals(three(matrix, seed).toBytes(), three(matrix, seed).toBytes());
  }

  @Test
  void theSilhouetteChoosesThree() {
    FeatureMatrix matrix = blobs(1);
    KChoice choice = KMeans.seeded(1).choose(matrix, scaling(matrix), 2, 6, 3, Progress.NONE);
    assertEquals(3, choice.best().model().k());
    assertEquals(List.of(2, 3, 4, 5, 6), choice.candidates().stream().map(c -> c.k()).toList());
    double inertia = Double.POSITIVE_INFINITY;
    for (KChoice.Candidate candidate : choice.candidates()) {
      assertTrue(candidate.inertia() < inertia);
      inertia = candidate.inertia();
    }
    assertTrue(choice.candidates().get(1).silhouette() > .7);
  }

  @Test
  void groupsFarApartAreStable() {
    FeatureMatrix matrix = blobs(1);
    Stability stability = KMeans.seeded(1).stability(matrix, three(matrix, 1), 10, Progress.NONE);
    assertEquals(new Stability(1, 1, 10, 1, 1, 10), stability);
  }

  @Test
  void theProvenanceTellsEverythingThatHasAnEffect() {
    FeatureMatrix matrix = blobs(1);
    Trained<Clustering> trained = KMeans.seeded(7).train(matrix, scaling(matrix), 3, Progress.NONE);
    assertEquals("insight", trained.provenance().library());
    assertEquals(7, trained.provenance().seed());
    assertEquals(120, trained.provenance().rows());
    assertEquals("log, z-score", trained.provenance().parameters().get("scaling.monetary"));
  }

  @Test
  void whyARowIsInItsGroupAddsUpToTheDistances() {
    FeatureMatrix matrix = blobs(1);
    Clustering model = three(matrix, 1);
    double[] row = {205, 1.1, 2_000};
    Assignment assignment = model.assign(row);
    List<Contribution> why = model.explain(row);
    double points = why.stream().mapToDouble(Contribution::points).sum();
    double runnerUp = assignment.runnerUpDistance();
    assertEquals(1, assignment.cluster());
    assertEquals(runnerUp * runnerUp - assignment.distance() * assignment.distance(), points, 1e-9);
    assertEquals("monetary", why.getLast().feature());
    assertTrue(why.getFirst().points() > 0 && why.getLast().points() < 0);
    assertEquals(2_000, why.getLast().value());
  }

  @Test
  void tooFewDifferentRowsAreRefusedInWords() {
    FeatureMatrix matrix = FeatureMatrix.of(List.of("a"), new double[] {1, 1, 2, 2, 1});
    Scaling scaling = Scaling.fit(matrix, Set.of());
    Refused refused =
        assertThrows(
            Refused.class, () -> KMeans.seeded(1).train(matrix, scaling, 3, Progress.NONE));
    assertTrue(refused.in(Locale.ENGLISH).startsWith("The data hold only 2 different rows"));
    assertEquals(
        1, KMeans.seeded(1).choose(matrix, scaling, 2, 8, 1, Progress.NONE).candidates().size());
  }

  @Test
  void trainingStopsWithinAStartWhenTold() {
    FeatureMatrix matrix = blobs(1);
    AtomicInteger heard = new AtomicInteger();
    Progress stop =
        share -> {
          if (heard.incrementAndGet() == 2) {
            throw new Stopped();
          }
        };
    assertThrows(Stopped.class, () -> KMeans.seeded(1).train(matrix, scaling(matrix), 3, stop));
    assertEquals(2, heard.get());
  }

  @Test
  void whatIsStoredComesBack() {
    Clustering model = three(blobs(1), 1);
    assertEquals(model, Clustering.fromBytes(model.toBytes()));
    byte[] damaged = model.toBytes();
    damaged[40] ^= 1;
    assertThrows(UnreadableModel.class, () -> Clustering.fromBytes(damaged));
  }

  @Test
  void aModelStoredByVersion1StillLoads() throws IOException {
    try (var in = KMeansTest.class.getResourceAsStream("/insight/learn/k-means-1.bin")) {
      Clustering old = Clustering.fromBytes(in == null ? new byte[0] : in.readAllBytes());
      assertEquals(NAMES, old.names());
      assertEquals(List.of(60, 40, 20), List.of(old.size(0), old.size(1), old.size(2)));
      assertEquals(0, old.assign(PLACES[0]).cluster());
      assertEquals(1, old.assign(PLACES[1]).cluster());
      assertEquals(2, old.assign(PLACES[2]).cluster());
    }
  }
}
