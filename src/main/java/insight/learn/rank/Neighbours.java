package insight.learn.rank;

import insight.learn.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds each product's nearest: for one product after the other it counts what its buyers bought
 * besides, so that memory grows with the products, not with their pairs.
 */
final class Neighbours {
  private static final BitSet NOBODY = new BitSet();

  private final Interactions interactions;
  private final ItemKnn.Settings settings;
  private final int[] buyers;
  private final int[] buyersFrom;
  private final int[] buyer;

  Neighbours(Interactions interactions, ItemKnn.Settings settings) {
    this.interactions = interactions;
    this.settings = settings;
    this.buyers = interactions.buyers();
    this.buyersFrom = new int[buyers.length + 1];
    this.buyer = new int[interactions.size()];
    turn();
  }

  /** From the products of each customer to the customers of each product. */
  private void turn() {
    for (int i = 0; i < buyers.length; i++) {
      buyersFrom[i + 1] = buyersFrom[i] + buyers[i];
    }
    int[] next = buyersFrom.clone();
    for (int user = 0; user < interactions.users(); user++) {
      for (int entry = interactions.from(user); entry < interactions.from(user + 1); entry++) {
        buyer[next[interactions.item(entry)]++] = user;
      }
    }
  }

  ItemKnn model(Progress progress) {
    int items = buyers.length;
    int[][] near = new int[items][];
    int[][] both = new int[items][];
    int[] together = new int[items];
    for (int item = 0; item < items; item++) {
      progress.at((double) item / items);
      count(item, together);
      near[item] = nearest(item, together);
      both[item] = Arrays.stream(near[item]).map(other -> together[other]).toArray();
      Arrays.fill(together, 0);
    }
    int[] from = new int[items + 1];
    for (int item = 0; item < items; item++) {
      from[item + 1] = from[item] + near[item].length;
    }
    List<String> codes = interactions.items();
    return new ItemKnn(codes, buyers, settings.shrink(), from, flat(near), flat(both));
  }

  private void count(int item, int[] together) {
    for (int b = buyersFrom[item]; b < buyersFrom[item + 1]; b++) {
      int user = buyer[b];
      for (int entry = interactions.from(user); entry < interactions.from(user + 1); entry++) {
        together[interactions.item(entry)]++;
      }
    }
    together[item] = 0;
  }

  private int[] nearest(int item, int[] together) {
    double[] likeness = new double[together.length];
    for (int other = 0; other < together.length; other++) {
      if (together[other] > 0) {
        likeness[other] =
            ItemKnn.likeness(together[other], buyers[item], buyers[other], settings.shrink());
      }
    }
    return Tops.best(likeness, NOBODY, settings.neighbours()).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] flat(int[][] parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }
}
