package insight.prepare.feature;

import insight.learn.measure.PopulationStability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How values lie: quantiles, bars, and how far two samples are apart. */
public final class Distributions {
  /** The shares that quantiles are told for. */
  public static final List<Double> SHARES = List.of(.05, .25, .5, .75, .95);

  private static final int BARS = 12;
  private static final int PARTS = 10;
  private static final double TAIL = .01;

  private Distributions() {}

  /** The known values in order. */
  static double[] sorted(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(known);
    return known;
  }

  /** The value at each of {@link #SHARES}; empty where nothing is known. */
  public static List<Double> quantiles(double[] values) {
    double[] known = sorted(values);
    return known.length == 0
        ? List.of()
        : SHARES.stream().map(share -> quantile(known, share)).toList();
  }

  /** Interpolated between the two nearest of the ordered values (type 7 of Hyndman and Fan). */
  static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * One bar a value where there are few; else bars of one width between the first and the last
   * hundredth, the outermost taking what lies beyond.
   */
  static List<Bin> bins(double[] values) {
    double[] known = sorted(values);
    double[] different = Arrays.stream(known).distinct().limit(BARS + 1).toArray();
    if (different.length <= BARS) {
      return Arrays.stream(different).mapToObj(v -> Bin.of(v, v, count(known, v, v))).toList();
    }
    double low = quantile(known, TAIL);
    double high = quantile(known, 1 - TAIL);
    if (low == high) {
      low = known[0];
      high = known[known.length - 1];
    }
    return Arrays.stream(known).allMatch(v -> v == Math.rint(v))
        ? wholeBars(known, Math.floor(low), Math.ceil(high))
        : bars(known, low, (high - low) / BARS);
  }

  /** Whole numbers: each bar holds as many of them as the others. */
  private static List<Bin> wholeBars(double[] sorted, double low, double high) {
    double width = Math.ceil((high - low + 1) / BARS);
    int bars = (int) Math.ceil((high - low + 1) / width);
    List<Bin> bins = new ArrayList<>();
    int from = 0;
    for (int bar = 0; bar < bars; bar++) {
      double end = low + (bar + 1) * width;
      int to = bar == bars - 1 ? sorted.length : from + before(sorted, from, end);
      bins.add(Bin.of(end - width, end - 1, to - from));
      from = to;
    }
    return List.copyOf(bins);
  }

  private static List<Bin> bars(double[] sorted, double low, double width) {
    List<Bin> bins = new ArrayList<>();
    int from = 0;
    for (int bar = 0; bar < BARS; bar++) {
      double end = low + (bar + 1) * width;
      int to = bar == BARS - 1 ? sorted.length : from + before(sorted, from, end);
      bins.add(Bin.of(low + bar * width, end, to - from));
      from = to;
    }
    return List.copyOf(bins);
  }

  private static int before(double[] sorted, int from, double end) {
    int to = from;
    while (to < sorted.length && sorted[to] < end) {
      to++;
    }
    return to - from;
  }

  private static long count(double[] sorted, double low, double high) {
    return Arrays.stream(sorted).filter(v -> v >= low && v <= high).count();
  }

  /** The most frequent words first. */
  static List<Bin> bins(List<String> words) {
    return counts(words).entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .map(e -> Bin.of(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong((Bin b) -> -b.n()).thenComparing(Bin::word))
        .limit(BARS)
        .toList();
  }

  private static Map<String, Long> counts(List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /**
   * The population stability index over the tenths of the earlier sample; what is not known is a
   * part of its own. Words are parts by themselves.
   */
  public static double psi(Column before, Column now) {
    if (before instanceof Column.Numbers b && now instanceof Column.Numbers n) {
      double[] edges = edges(sorted(b.values()));
      return PopulationStability.of(parts(b.values(), edges), parts(n.values(), edges));
    }
    if (before instanceof Column.Words b && now instanceof Column.Words n) {
      Map<String, Long> then = counts(b.values());
      Map<String, Long> today = counts(n.values());
      List<String> all = new ArrayList<>(then.keySet());
      today.keySet().stream().filter(w -> !then.containsKey(w)).forEach(all::add);
      return PopulationStability.of(of(then, all), of(today, all));
    }
    throw new IllegalArgumentException("numbers against words");
  }

  private static long[] of(Map<String, Long> counts, List<String> words) {
    return words.stream().mapToLong(w -> counts.getOrDefault(w, 0L)).toArray();
  }

  /** The different inner edges of the tenths. */
  private static double[] edges(double[] sorted) {
    if (sorted.length == 0) {
      return new double[0];
    }
    double[] edges = new double[PARTS - 1];
    Arrays.setAll(edges, i -> quantile(sorted, (i + 1.0) / PARTS));
    return Arrays.stream(edges).distinct().toArray();
  }

  /** A part is above its edge and up to the next; the last part is what is not known. */
  private static long[] parts(double[] values, double[] edges) {
    long[] counts = new long[edges.length + 2];
    for (double value : values) {
      if (Double.isNaN(value)) {
        counts[edges.length + 1]++;
      } else {
        int place = Arrays.binarySearch(edges, value);
        counts[place < 0 ? -place - 1 : place]++;
      }
    }
    return counts;
  }
}
