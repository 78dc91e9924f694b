package insight.learn.rank;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import insight.learn.Progress;
import insight.learn.Provenance;
import insight.learn.Trained;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Products that the same customers buy (item-based nearest neighbours, Sarwar et al. 2001; shrunk
 * as in Bell and Koren 2007). How alike two products are is the cosine of who bought them, both /
 * (√(a·b) + shrink): the shrink keeps pairs down that few bought. Each product keeps its {@code k}
 * nearest; a product's score is the sum of its likeness to the customer's own among them.
 */
public final class ItemKnn implements Ranker {
  public static final String FORMAT = "insight-item-knn/1";
  private static final String MAGIC = "INSKNN";
  private static final int LAYOUT = 1;
  private static final int REASONS = 3;

  /**
   * What the training may be asked.
   *
   * @param neighbours how many of its nearest a product keeps
   * @param shrink how much rare pairs are kept down
   */
  public record Settings(int neighbours, double shrink) {
    public static final Settings USUAL = new Settings(100, 10);

    public Settings {
      if (neighbours < 1 || !(shrink >= 0)) {
        throw new IllegalArgumentException("neighbours " + neighbours + ", shrink " + shrink);
      }
    }
  }

  private final List<String> items;
  private final int[] buyers;
  private final double shrink;
  private final int[] from;
  private final int[] near;
  private final int[] both;
  private final double[] likeness;
  // The other way round: which products have this one among their nearest, and how alike they are.
  private final int[] drivenFrom;
  private final int[] driven;
  private final double[] drive;

  ItemKnn(List<String> items, int[] buyers, double shrink, int[] from, int[] near, int[] both) {
    this.items = items;
    this.buyers = buyers;
    this.shrink = shrink;
    this.from = from;
    this.near = near;
    this.both = both;
    this.likeness = new double[near.length];
    this.drivenFrom = new int[items.size() + 1];
    this.driven = new int[near.length];
    this.drive = new double[near.length];
    turn();
  }

  private void turn() {
    for (int other : near) {
      drivenFrom[other + 1]++;
    }
    for (int i = 0; i < items.size(); i++) {
      drivenFrom[i + 1] += drivenFrom[i];
    }
    int[] next = drivenFrom.clone();
    for (int item = 0; item < items.size(); item++) {
      for (int place = from[item]; place < from[item + 1]; place++) {
        likeness[place] = likeness(both[place], buyers[item], buyers[near[place]], shrink);
        int slot = next[near[place]]++;
        driven[slot] = item;
        drive[slot] = likeness[place];
      }
    }
  }

  /** Learns which products go together. */
  public static Trained<ItemKnn> train(
      Interactions interactions, Settings settings, Progress progress) {
    long start = System.nanoTime();
    ItemKnn model = new Neighbours(interactions, settings).model(progress);
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("neighbours", Integer.toString(settings.neighbours));
    parameters.put("shrink", Double.toString(settings.shrink));
    parameters.put("likeness", "cosine");
    Provenance provenance =
        Tops.provenance("item-knn", parameters, interactions.size(), System.nanoTime() - start);
    return new Trained<>(model, provenance);
  }

  static double likeness(int both, int a, int b, double shrink) {
    return both / (Math.sqrt((double) a * b) + shrink);
  }

  @Override
  public List<Scored> top(int[] profile, int n, boolean excludeKnown) {
    double[] scores = new double[items.size()];
    for (int own : profile) {
      for (int slot = drivenFrom[own]; slot < drivenFrom[own + 1]; slot++) {
        scores[driven[slot]] += drive[slot];
      }
    }
    BitSet known = Tops.set(profile);
    return Tops.best(scores, excludeKnown ? known : new BitSet(), n).stream()
        .map(item -> new Scored(item, scores[item], reasons(item, known, scores[item])))
        .toList();
  }

  private List<Scored.Reason> reasons(int item, BitSet known, double score) {
    List<Scored.Reason> reasons = new ArrayList<>();
    for (int place = from[item]; place < from[item + 1]; place++) {
      int own = near[place];
      if (known.get(own)) {
        double share = likeness[place] / score;
        reasons.add(new Scored.Reason(own, both[place], buyers[own], share));
      }
    }
    reasons.sort(
        Comparator.comparingDouble((Scored.Reason r) -> -r.share())
            .thenComparingInt(Scored.Reason::item));
    return reasons.subList(0, Math.min(REASONS, reasons.size()));
  }

  @Override
  public List<String> items() {
    return items;
  }

  @Override
  public int buyers(int item) {
    return buyers[item];
  }

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public byte[] toBytes() {
    return new ModelWriter(MAGIC, LAYOUT)
        .texts(items)
        .wholes(buyers)
        .real(shrink)
        .wholes(from)
        .wholes(near)
        .wholes(both)
        .toBytes();
  }

  static ItemKnn fromBytes(byte[] bytes) {
    ModelReader reader = new ModelReader(bytes, MAGIC, LAYOUT);
    List<String> items = reader.texts();
    int[] buyers = reader.wholes();
    double shrink = reader.real();
    int[] from = reader.wholes();
    int[] near = reader.wholes();
    int[] both = reader.wholes();
    reader.end();
    int n = items.size();
    ModelReader.require(buyers.length == n && from.length == n + 1, "products and their counts");
    ModelReader.require(from[0] == 0 && from[n] == near.length, "places of the neighbours");
    for (int i = 0; i < n; i++) {
      ModelReader.require(from[i] <= from[i + 1], "order of the neighbours");
    }
    ModelReader.require(near.length == both.length, "neighbours and their counts");
    for (int other : near) {
      ModelReader.require(other >= 0 && other < n, "a neighbour that is no product");
    }
    return new ItemKnn(items, buyers, shrink, from, near, both);
  }
}
