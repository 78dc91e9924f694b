package insight.prepare.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * How many rows a day should bring: the median of the same weekday in the twelve weeks before, ±
 * three robust deviations (1.4826 · median absolute deviation), at least what chance alone does
 * (square root of the median) and a third of the median.
 */
record Volume(LocalDate day, long rows, double low, double high) {
  private static final int WEEKS = 12;
  private static final int LEAST = 4;
  private static final double DEVIATIONS = 3;
  private static final double NORMAL = 1.4826;

  /** Rows that are missing below, or too many above the band. */
  long off() {
    return rows < low
        ? (long) Math.ceil(low - rows)
        : rows > high ? (long) Math.ceil(rows - high) : 0;
  }

  /** A band for each day that has four weeks of history; days without rows count as nought. */
  static List<Volume> of(SortedMap<LocalDate, Long> rows) {
    List<Volume> volumes = new ArrayList<>();
    if (rows.isEmpty()) {
      return volumes;
    }
    LocalDate first = rows.firstKey();
    for (LocalDate day = first.plusWeeks(LEAST);
        !day.isAfter(rows.lastKey());
        day = day.plusDays(1)) {
      List<Long> before = new ArrayList<>();
      for (int week = 1; week <= WEEKS && !day.minusWeeks(week).isBefore(first); week++) {
        before.add(rows.getOrDefault(day.minusWeeks(week), 0L));
      }
      volumes.add(band(day, rows.getOrDefault(day, 0L), before));
    }
    return volumes;
  }

  private static Volume band(LocalDate day, long rows, List<Long> before) {
    double[] counts = before.stream().mapToDouble(Long::doubleValue).toArray();
    double median = median(counts);
    double[] off = Arrays.stream(counts).map(c -> Math.abs(c - median)).toArray();
    double width =
        Math.max(
            DEVIATIONS * NORMAL * median(off),
            Math.max(DEVIATIONS * Math.sqrt(median), median / 3));
    return new Volume(day, rows, Math.max(0, median - width), median + width);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length == 0
        ? 0
        : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
