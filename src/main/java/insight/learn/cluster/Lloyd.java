package insight.learn.cluster;

import insight.learn.Progress;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * One start of k-means: Lloyd's iterations (1982) over flat rows. Bounds spare most of the work
 * (Hamerly 2010): for each row an upper one on the distance to its own centre and a lower one on
 * that to any other, both moved along with the centres; only where they cross is anything measured
 * anew. The result is that of measuring everything. A group that loses its last row gets the row
 * that costs most.
 */
final class Lloyd {
  private final double[] rows;
  private final int columns;
  private final int count;
  private final int k;
  private final Distance distance;
  private final Runnable tick;

  private final int[] groups;
  private final double[] upper;
  private final double[] lower;
  private double[] centres;
  private final Centres middle;

  /** What a start ends with. */
  record Result(double[] centres, int[] groups, int[] sizes, double inertia, int iterations) {
    /** Less inertia is better, but first of all no group may have stayed empty. */
    boolean isBetterThan(Result other) {
      return empty() == other.empty() ? inertia < other.inertia : empty() < other.empty();
    }

    private long empty() {
      return Arrays.stream(sizes).filter(size -> size == 0).count();
    }
  }

  /** What one pass over a chunk changes. */
  private record Change(double[] sums, int[] sizes, int moved) {}

  private Lloyd(double[] rows, int columns, int k, Distance distance, Runnable tick) {
    this.rows = rows;
    this.columns = columns;
    this.count = rows.length / columns;
    this.k = k;
    this.distance = distance;
    this.tick = tick;
    this.groups = new int[count];
    this.upper = new double[count];
    this.lower = new double[count];
    this.centres = new double[0];
    this.middle = new Centres(rows, columns, k, distance);
  }

  /**
   * Runs one start.
   *
   * @param rows as placed by the distance
   * @param centres where to start
   * @param still how little the centres may move, squared and summed, to be called settled
   */
  static Result run(
      double[] rows,
      int columns,
      double[] centres,
      int iterations,
      Distance distance,
      double still,
      Progress progress) {
    double[] share = {0};
    int k = centres.length / columns;
    Lloyd lloyd = new Lloyd(rows, columns, k, distance, () -> progress.at(share[0]));
    lloyd.centres = centres;
    lloyd.first();
    int done = 0;
    boolean settled = false;
    while (done < iterations && !settled) {
      progress.at(share[0]);
      share[0] = (double) ++done / (iterations + 1);
      settled = lloyd.iterate(still);
    }
    return new Result(lloyd.centres, lloyd.groups, lloyd.middle.sizes(), lloyd.inertia(), done);
  }

  /** Moves the centres, then the rows; says whether there is nothing more to do. */
  private boolean iterate(double still) {
    boolean rescued = middle.rescue(groups, upper);
    double[] next = middle.of(groups, tick);
    Motion motion = Motion.between(centres, next, k, columns, distance);
    centres = next;
    int moved = rescued ? first() : bounded(motion);
    return !rescued && (moved == 0 || motion.squares() <= still);
  }

  /** Puts every row into a group, knowing nothing. */
  private int first() {
    middle.clear();
    return pass(this::first);
  }

  /** Puts the rows that the bounds leave open into their groups. */
  private int bounded(Motion motion) {
    double[] half = motion.halfGaps(centres, columns, distance);
    return pass(chunk -> bounded(chunk, motion, half));
  }

  private int pass(IntFunction<Change> work) {
    Change[] changes = new Change[Chunks.of(count)];
    Chunks.each(changes.length, tick, chunk -> changes[chunk] = work.apply(chunk));
    int moved = 0;
    for (Change change : changes) {
      middle.add(change.sums(), change.sizes());
      moved += change.moved();
    }
    return moved;
  }

  private Change first(int chunk) {
    double[] sums = new double[k * columns];
    int[] sizes = new int[k];
    int end = Math.min(count, (chunk + 1) * Chunks.ROWS);
    for (int row = chunk * Chunks.ROWS; row < end; row++) {
      nearest(row, 0, cost(row, 0));
      change(sums, sizes, groups[row], row, 1);
    }
    return new Change(sums, sizes, end - chunk * Chunks.ROWS);
  }

  private Change bounded(int chunk, Motion motion, double[] half) {
    double[] sums = new double[k * columns];
    int[] sizes = new int[k];
    int moved = 0;
    int end = Math.min(count, (chunk + 1) * Chunks.ROWS);
    for (int row = chunk * Chunks.ROWS; row < end; row++) {
      int before = groups[row];
      double least = Math.max(half[before], lower[row] -= motion.otherThan(before));
      upper[row] += motion.of(before);
      if (upper[row] > least) {
        double cost = cost(row, before);
        upper[row] = distance.ofCost(cost);
        if (upper[row] > least) {
          nearest(row, before, cost);
          if (groups[row] != before) {
            change(sums, sizes, before, row, -1);
            change(sums, sizes, groups[row], row, 1);
            moved++;
          }
        }
      }
    }
    return new Change(sums, sizes, moved);
  }

  /** What the rows cost now, by chunk. */
  private double inertia() {
    double[] parts = new double[Chunks.of(count)];
    Chunks.each(
        parts.length,
        tick,
        chunk -> {
          int end = Math.min(count, (chunk + 1) * Chunks.ROWS);
          for (int row = chunk * Chunks.ROWS; row < end; row++) {
            parts[chunk] += cost(row, groups[row]);
          }
        });
    return Arrays.stream(parts).sum();
  }

  private double cost(int row, int centre) {
    return distance.cost(rows, row * columns, centres, centre * columns, columns);
  }

  /** Measures the distance to every centre but the one whose cost is known. */
  private void nearest(int row, int known, double cost) {
    int best = known;
    double first = cost;
    double second = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      double other = c == known ? Double.POSITIVE_INFINITY : cost(row, c);
      if (other < first) {
        second = first;
        first = other;
        best = c;
      } else if (other < second) {
        second = other;
      }
    }
    groups[row] = best;
    upper[row] = distance.ofCost(first);
    lower[row] = distance.ofCost(second);
  }

  private void change(double[] sums, int[] sizes, int group, int row, int sign) {
    sizes[group] += sign;
    for (int i = 0; i < columns; i++) {
      sums[group * columns + i] += sign * rows[row * columns + i];
    }
  }

  /** The mean variance of the columns. */
  static double variance(double[] rows, int columns) {
    int count = rows.length / columns;
    double[] sums = new double[columns];
    double[] squares = new double[columns];
    for (int i = 0, c = 0; i < rows.length; i++, c = c + 1 == columns ? 0 : c + 1) {
      sums[c] += rows[i];
      squares[c] += rows[i] * rows[i];
    }
    Arrays.setAll(squares, c -> squares[c] / count - (sums[c] / count) * (sums[c] / count));
    return Math.max(0, Arrays.stream(squares).average().orElse(0));
  }
}
