package insight.prepare.cleaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The values of one field with how often each stands there; exact statistics over them. */
public final class Distribution {
  private static final double NORMAL = 1.4826;

  private final long missing;
  private final List<Counted> values;
  private final long count;
  private final double[] numbers;
  private final long[] upTo;

  /** A value and how many rows have it. */
  public record Counted(String value, long count) {}

  private record Number(double value, long count) {}

  private Distribution(long missing, List<Counted> values) {
    this.missing = missing;
    this.values = List.copyOf(values);
    this.count = values.stream().mapToLong(Counted::count).sum();
    List<Number> sorted =
        values.stream()
            .map(v -> new Number(Figures.parse(v.value()), v.count()))
            .filter(n -> !Double.isNaN(n.value()))
            .sorted(Comparator.comparingDouble(Number::value))
            .toList();
    numbers = sorted.stream().mapToDouble(Number::value).toArray();
    upTo = cumulated(sorted);
  }

  private static long[] cumulated(List<Number> sorted) {
    long[] sums = new long[sorted.size()];
    long sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += sorted.get(i).count();
      sums[i] = sum;
    }
    return sums;
  }

  public static Distribution of(long missing, List<Counted> values) {
    return new Distribution(missing, values);
  }

  /** Rows that have a value. */
  public long count() {
    return count;
  }

  /** Rows that have none. */
  public long missing() {
    return missing;
  }

  public long rows() {
    return count + missing;
  }

  public List<Counted> values() {
    return values;
  }

  /** Rows whose value is a number. */
  public long numeric() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /** The smallest number with at least {@code share} of all numbers at or below it. */
  public OptionalDouble quantile(double share) {
    if (numbers.length == 0) {
      return OptionalDouble.empty();
    }
    long rank = Math.max(1, (long) Math.ceil(share * numeric()));
    int place = java.util.Arrays.binarySearch(upTo, rank);
    return OptionalDouble.of(numbers[place >= 0 ? place : -place - 1]);
  }

  public OptionalDouble mean() {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += numbers[i] * (upTo[i] - (i == 0 ? 0 : upTo[i - 1]));
    }
    return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / numeric());
  }

  /** Standard deviation of the whole. */
  public OptionalDouble deviation() {
    OptionalDouble mean = mean();
    if (mean.isEmpty()) {
      return mean;
    }
    double squares = 0;
    for (int i = 0; i < numbers.length; i++) {
      double off = numbers[i] - mean.getAsDouble();
      squares += off * off * (upTo[i] - (i == 0 ? 0 : upTo[i - 1]));
    }
    return OptionalDouble.of(Math.sqrt(squares / numeric()));
  }

  /** Median absolute deviation from the median, scaled to a normal distribution's deviation. */
  public OptionalDouble mad() {
    OptionalDouble median = quantile(0.5);
    if (median.isEmpty()) {
      return median;
    }
    List<Counted> off = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      double distance = Math.abs(numbers[i] - median.getAsDouble());
      off.add(new Counted(Double.toString(distance), upTo[i] - (i == 0 ? 0 : upTo[i - 1])));
    }
    double middle = of(0, off).quantile(0.5).orElse(0);
    return OptionalDouble.of(NORMAL * middle);
  }

  /** The value of most rows; among equals the first in order. */
  public Optional<String> mode() {
    return values.stream()
        .max(
            Comparator.comparingLong(Counted::count)
                .thenComparing(Comparator.comparing(Counted::value).reversed()))
        .map(Counted::value);
  }

  /** Rows with a number below {@code low} or above {@code high}. */
  public long outside(double low, double high) {
    long rows = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < low || numbers[i] > high) {
        rows += upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
      }
    }
    return rows;
  }
}
