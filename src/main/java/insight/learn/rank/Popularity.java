package insight.learn.rank;

import insight.learn.ModelReader;
import insight.learn.ModelWriter;
import insight.learn.Provenance;
import insight.learn.Trained;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The same order for everybody: by the number of customers who bought. The baseline that every
 * ranker must beat, and what fills up a list. The score is that number; there are no reasons.
 */
public final class Popularity implements Ranker {
  public static final String FORMAT = "insight-popularity/1";
  private static final String MAGIC = "INSPOP";
  private static final int LAYOUT = 1;

  private final List<String> items;
  private final int[] buyers;

  private Popularity(List<String> items, int[] buyers) {
    this.items = items;
    this.buyers = buyers;
  }

  public static Trained<Popularity> train(Interactions interactions) {
    long start = System.nanoTime();
    Popularity model = new Popularity(interactions.items(), interactions.buyers());
    Provenance provenance =
        Tops.provenance("popularity", Map.of(), interactions.size(), System.nanoTime() - start);
    return new Trained<>(model, provenance);
  }

  @Override
  public List<Scored> top(int[] profile, int n, boolean excludeKnown) {
    BitSet left = excludeKnown ? Tops.set(profile) : new BitSet();
    double[] scores = Arrays.stream(buyers).asDoubleStream().toArray();
    return Tops.best(scores, left, n).stream()
        .map(item -> new Scored(item, buyers[item], List.of()))
        .toList();
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
    return new ModelWriter(MAGIC, LAYOUT).texts(items).wholes(buyers).toBytes();
  }

  static Popularity fromBytes(byte[] bytes) {
    ModelReader reader = new ModelReader(bytes, MAGIC, LAYOUT);
    List<String> items = reader.texts();
    int[] buyers = reader.wholes();
    reader.end();
    ModelReader.require(items.size() == buyers.length, "products and their buyers");
    return new Popularity(items, buyers);
  }
}
