package insight.collect.guess;

import insight.collect.TimeFormat;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the times of a column are written.
 *
 * @param pattern empty: as ISO 8601 has it
 * @param rows how many values it reads
 * @param other a second pattern that reads as many: day and month cannot be told apart
 * @param figures whether the values are nothing but digits, so that an id could look the same
 */
record Times(String pattern, int rows, Optional<String> other, boolean figures) {
  private static final List<String> PATTERNS =
      List.of(
          "yyyy-MM-dd HH:mm:ss",
          "",
          "yyyy-MM-dd HH:mm",
          "yyyy-M-d H:mm:ss",
          "yyyy-M-d H:mm",
          "yyyy-M-d",
          "yyyy/M/d H:mm:ss",
          "yyyy/M/d H:mm",
          "yyyy/M/d",
          "yyyy.M.d",
          "yyyy年M月d日 H:mm:ss",
          "yyyy年M月d日 H:mm",
          "yyyy年M月d日",
          "d.M.yyyy H:mm:ss",
          "d.M.yyyy H:mm",
          "d.M.yyyy",
          "d.M.yy",
          "d/M/yyyy H:mm:ss",
          "M/d/yyyy H:mm:ss",
          "d/M/yyyy H:mm",
          "M/d/yyyy H:mm",
          "M/d/yyyy h:mm:ss a",
          "M/d/yyyy h:mm a",
          "d/M/yyyy",
          "M/d/yyyy",
          "d/M/yy H:mm",
          "M/d/yy H:mm",
          "d/M/yy",
          "M/d/yy",
          "d-M-yyyy H:mm:ss",
          "d-M-yyyy H:mm",
          "d-M-yyyy",
          "M-d-yyyy",
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "MMM d, yyyy",
          "yyyyMMdd",
          "yyyyMMddHHmmss");
  private static final Pattern FIGURES = Pattern.compile("\\d+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*[.,]?\\d+");
  private static final double ENOUGH = 0.8;

  /** How these values are written as times; empty when most of them are none. */
  static Optional<Times> of(List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    boolean figures = values.stream().allMatch(v -> FIGURES.matcher(v).matches());
    boolean numbers = values.stream().allMatch(v -> NUMBER.matcher(v).matches());
    Times best = null;
    for (String pattern : PATTERNS) {
      if (figures != pattern.matches("yyyyMMdd(HHmmss)?") || numbers && !figures) {
        continue;
      }
      int rows = reads(pattern, values);
      if (rows > 0 && (best == null || rows > best.rows())) {
        best = new Times(pattern, rows, Optional.empty(), figures);
      }
    }
    return Optional.ofNullable(best)
        .filter(b -> b.rows() >= ENOUGH * values.size())
        .map(b -> b.withOther(values));
  }

  private Times withOther(List<String> values) {
    String swapped = swapped(pattern);
    boolean either = !swapped.equals(pattern) && reads(swapped, values) == rows;
    return either ? new Times(pattern, rows, Optional.of(swapped), figures) : this;
  }

  /** Month first instead of day first, and the other way round. */
  private static String swapped(String pattern) {
    for (String sign : List.of("/", "-")) {
      String day = "d" + sign + "M" + sign + "y";
      String month = "M" + sign + "d" + sign + "y";
      if (pattern.startsWith(day)) {
        return month + pattern.substring(day.length());
      }
      if (pattern.startsWith(month)) {
        return day + pattern.substring(month.length());
      }
    }
    return pattern;
  }

  private static int reads(String pattern, List<String> values) {
    TimeFormat format =
        new TimeFormat(Optional.of(pattern).filter(p -> !p.isEmpty()), ZoneOffset.UTC);
    return (int) values.stream().filter(v -> format.parse(v).isPresent()).count();
  }

  /** The pattern for a mapping. */
  Optional<String> format() {
    return pattern.isEmpty() ? Optional.empty() : Optional.of(pattern);
  }
}
