package insight.learn.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Probabilities of a yes with what came true, for rows that the model had not seen. The rows are
 * kept by falling probability, which every measure of order needs.
 */
public final class Predictions {
  private final double[] probability;
  private final boolean[] happened;
  private final long[] group;
  private final int[] order;

  private Predictions(double[] probability, boolean[] happened, long[] group, int[] order) {
    this.probability = probability;
    this.happened = happened;
    this.group = group;
    this.order = order;
  }

  /**
   * Predictions of rows.
   *
   * @param group whose row it is: intervals draw whole customers
   */
  public static Predictions of(double[] probability, boolean[] happened, long[] group) {
    if (probability.length == 0
        || probability.length != happened.length
        || probability.length != group.length) {
      throw new IllegalArgumentException("one outcome and one customer for each prediction");
    }
    if (Arrays.stream(probability).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a prediction is no number");
    }
    int[] order =
        IntStream.range(0, probability.length)
            .boxed()
            .sorted((a, b) -> Double.compare(probability[b], probability[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Predictions(probability.clone(), happened.clone(), group.clone(), order);
  }

  /** Predictions of rows that each come from another customer. */
  public static Predictions of(double[] probability, boolean[] happened) {
    return of(
        probability, happened, IntStream.range(0, probability.length).asLongStream().toArray());
  }

  /** Several parts as one, one after the other. */
  public static Predictions joined(List<Predictions> parts) {
    int size = parts.stream().mapToInt(Predictions::size).sum();
    double[] probability = new double[size];
    boolean[] happened = new boolean[size];
    long[] group = new long[size];
    int at = 0;
    for (Predictions part : parts) {
      System.arraycopy(part.probability, 0, probability, at, part.size());
      System.arraycopy(part.happened, 0, happened, at, part.size());
      System.arraycopy(part.group, 0, group, at, part.size());
      at += part.size();
    }
    return of(probability, happened, group);
  }

  /** What another model says of the same rows. */
  public Predictions with(double[] others) {
    return of(others, happened, group);
  }

  public int size() {
    return probability.length;
  }

  public double probability(int row) {
    return probability[row];
  }

  public boolean happened(int row) {
    return happened[row];
  }

  public long group(int row) {
    return group[row];
  }

  /** The row at a place of the order by falling probability; of equal ones the earlier first. */
  public int ranked(int place) {
    return order[place];
  }

  public long positives() {
    return IntStream.range(0, happened.length).filter(i -> happened[i]).count();
  }

  /** The share of rows that came true. */
  public double baseRate() {
    return (double) positives() / size();
  }

  /** Some of the rows. */
  public Predictions only(int[] rows) {
    double[] some = Arrays.stream(rows).mapToDouble(r -> probability[r]).toArray();
    boolean[] truths = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      truths[i] = happened[rows[i]];
    }
    return of(some, truths, Arrays.stream(rows).mapToLong(r -> group[r]).toArray());
  }

  /** Whether both speak of the same rows with the same outcomes. */
  boolean pairsWith(Predictions other) {
    return Arrays.equals(happened, other.happened) && Arrays.equals(group, other.group);
  }
}
