package insight.learn.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where k-means starts: k-means++ (Arthur and Vassilvitskii 2007), each further centre drawn from
 * the rows by its cost so far, the best of a few draws taken (the greedy variant of the paper's
 * end). For very many centres one draw each is enough.
 */
final class Seeding {
  private static final int MANY = 50;

  private final double[] rows;
  private final int columns;
  private final int count;
  private final Distance distance;
  private final SplittableRandom chance;
  private final Runnable tick;

  /** Each row's cost to the nearest centre so far, and the same summed up by chunk. */
  private double[] nearest;

  private double[] sums;

  Seeding(double[] rows, int columns, Distance distance, long seed, Runnable tick) {
    this.rows = rows;
    this.columns = columns;
    this.count = rows.length / columns;
    this.distance = distance;
    this.chance = new SplittableRandom(seed);
    this.tick = tick;
    this.nearest = new double[count];
    this.sums = new double[Chunks.of(count)];
  }

  /** k centres, one after the other. */
  double[] centres(int k) {
    double[] centres = new double[k * columns];
    int draws = k > MANY ? 1 : 2 + (int) Math.log(k);
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    take(draw(new int[] {chance.nextInt(count)}), centres, 0);
    for (int c = 1; c < k; c++) {
      int[] drawn = new int[draws];
      Arrays.setAll(drawn, i -> byCost());
      take(draw(drawn), centres, c);
    }
    return centres;
  }

  /** One row and what the costs would be with it as a centre. */
  private record Draw(int row, double[] nearest, double[] sums, double total) {}

  private void take(Draw draw, double[] centres, int c) {
    nearest = draw.nearest();
    sums = draw.sums();
    System.arraycopy(rows, draw.row() * columns, centres, c * columns, columns);
  }

  /** The best of some rows. */
  private Draw draw(int[] drawn) {
    double[][] costs = new double[drawn.length][count];
    double[][] parts = new double[drawn.length][sums.length];
    Chunks.each(
        sums.length,
        tick,
        chunk -> {
          for (int i = 0; i < drawn.length; i++) {
            parts[i][chunk] = costs(drawn[i], chunk, costs[i]);
          }
        });
    int best = 0;
    double[] totals = Arrays.stream(parts).mapToDouble(Seeding::total).toArray();
    for (int i = 1; i < drawn.length; i++) {
      best = totals[i] < totals[best] ? i : best;
    }
    return new Draw(drawn[best], costs[best], parts[best], totals[best]);
  }

  private double costs(int centre, int chunk, double[] into) {
    double[] at = Arrays.copyOfRange(rows, centre * columns, (centre + 1) * columns);
    int end = Math.min(count, (chunk + 1) * Chunks.ROWS);
    double sum = 0;
    for (int row = chunk * Chunks.ROWS; row < end; row++) {
      double cost = Math.min(nearest[row], distance.cost(rows, row * columns, at, 0, columns));
      into[row] = cost;
      sum += cost;
    }
    return sum;
  }

  private static double total(double[] parts) {
    double total = 0;
    for (double part : parts) {
      total += part;
    }
    return total;
  }

  /** A row, the likelier the more it costs now. */
  private int byCost() {
    double left = chance.nextDouble() * total(sums);
    int chunk = 0;
    while (chunk < sums.length - 1 && left >= sums[chunk]) {
      left -= sums[chunk++];
    }
    int row = chunk * Chunks.ROWS;
    int last = Math.min(count, row + Chunks.ROWS) - 1;
    while (row < last && left >= nearest[row]) {
      left -= nearest[row++];
    }
    return row;
  }
}
