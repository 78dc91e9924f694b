package insight.learn.measure;

import insight.learn.Interval;
import insight.learn.Progress;
import insight.learn.rank.Ranker;
import insight.learn.rank.Scored;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How well a ranker foretells what each customer bought next, at the first k places, with one value
 * for each customer. Places that a ranker leaves empty are misses.
 */
public final class RankingQuality {
  private final int k;
  private final double[] ndcg;
  private final double[] recall;
  private final double[] hit;
  private final double coverage;

  private RankingQuality(int k, double[] ndcg, double[] recall, double[] hit, double coverage) {
    this.k = k;
    this.ndcg = ndcg;
    this.recall = recall;
    this.hit = hit;
    this.coverage = coverage;
  }

  /** Measures a ranker that was trained on {@code split.train()} and on nothing else. */
  public static RankingQuality of(Ranker ranker, Split split, int k, Progress progress) {
    int n = split.size();
    double[] ndcg = new double[n];
    double[] recall = new double[n];
    double[] hit = new double[n];
    BitSet shown = new BitSet();
    for (int place = 0; place < n; place++) {
      progress.at((double) place / n);
      int[] profile = split.train().itemsOf(split.user(place));
      int[] ranked = items(ranker.top(profile, k, true));
      Arrays.stream(ranked).forEach(shown::set);
      int[] test = split.test(place);
      ndcg[place] = ndcg(ranked, test, k);
      recall[place] = recall(ranked, test, k);
      hit[place] = recall[place] > 0 ? 1 : 0;
    }
    int catalogue = Math.max(1, split.train().boughtItems());
    return new RankingQuality(k, ndcg, recall, hit, (double) shown.cardinality() / catalogue);
  }

  private static int[] items(List<Scored> list) {
    return list.stream().mapToInt(Scored::item).toArray();
  }

  /**
   * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with gain 1 for a hit: Σ
   * 1/log₂(place + 1) over the hits at the places 1…k, divided by the same sum for min(k, |test|)
   * hits at the top. 0…1; 0 when there is nothing to find.
   */
  public static double ndcg(int[] ranked, int[] test, int k) {
    double gain = 0;
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      gain += contains(test, ranked[i]) ? discount(i) : 0;
    }
    double ideal = 0;
    for (int i = 0; i < Math.min(k, test.length); i++) {
      ideal += discount(i);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  /** The share of the test products that are at the places 1…k; 0 when there are none. */
  public static double recall(int[] ranked, int[] test, int k) {
    long hits = Arrays.stream(ranked).limit(k).filter(item -> contains(test, item)).count();
    return test.length == 0 ? 0 : (double) hits / test.length;
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2.0);
  }

  private static boolean contains(int[] items, int item) {
    for (int each : items) {
      if (each == item) {
        return true;
      }
    }
    return false;
  }

  public int k() {
    return k;
  }

  /** How many customers were measured. */
  public int users() {
    return ndcg.length;
  }

  public Interval ndcg(long seed) {
    return Bootstrap.mean(ndcg, seed);
  }

  public Interval recall(long seed) {
    return Bootstrap.mean(recall, seed);
  }

  /** The share of customers for whom at least one of the k places was right. */
  public Interval hitRate(long seed) {
    return Bootstrap.mean(hit, seed);
  }

  /** The share of the products bought in training that anybody was shown. */
  public double coverage() {
    return coverage;
  }

  /** One nDCG for each customer, in the order of the split: for pairs and for parts. */
  public double[] ndcgByUser() {
    return ndcg.clone();
  }

  public double[] recallByUser() {
    return recall.clone();
  }

  /** By how much this ranker's nDCG is above another's, over the same customers. */
  public Interval ndcgAbove(RankingQuality other, long seed) {
    return Bootstrap.difference(ndcg, other.ndcg, seed);
  }

  public Interval recallAbove(RankingQuality other, long seed) {
    return Bootstrap.difference(recall, other.recall, seed);
  }
}
