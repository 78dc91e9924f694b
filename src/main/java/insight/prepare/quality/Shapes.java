package insight.prepare.quality;

import insight.prepare.cleaning.Distribution;
import insight.prepare.cleaning.Distribution.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How codes are written: runs of digits, capitals and small letters with their lengths. */
final class Shapes {
  private static final int MOST = 4;
  private static final int LONGEST = 60;
  private static final String SPECIAL = "\\.[]{}()*+-?^$|/# ";

  private Shapes() {}

  /** A pattern and the rows it fits. */
  record Pattern(String pattern, long rows) {}

  /** At most four shapes that fit all but {@code tolerance} of the rows. */
  static Optional<Pattern> pattern(Distribution values, double tolerance) {
    Map<String, Long> shapes = new HashMap<>();
    for (Counted value : values.values()) {
      shapes.merge(of(value.value()), value.count(), Long::sum);
    }
    List<Map.Entry<String, Long>> most =
        shapes.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .toList();
    List<String> chosen = new ArrayList<>();
    long rows = 0;
    for (Map.Entry<String, Long> shape : most) {
      if (values.count() - rows > tolerance * values.count()) {
        chosen.add(shape.getKey());
        rows += shape.getValue();
      }
    }
    String joined = String.join("|", chosen);
    return values.count() - rows <= tolerance * values.count() && joined.length() <= 200
        ? Optional.of(new Pattern(joined, rows))
        : Optional.empty();
  }

  /** {@code 85123A} is {@code \d{5}[A-Z]}. */
  static String of(String value) {
    if (value.length() > LONGEST) {
      return ".{" + (LONGEST + 1) + ",}";
    }
    StringBuilder shape = new StringBuilder();
    int i = 0;
    while (i < value.length()) {
      String kind = kind(value.charAt(i));
      int end = i + 1;
      while (end < value.length() && kind(value.charAt(end)).equals(kind)) {
        end++;
      }
      shape.append(kind);
      if (end - i > 1) {
        shape.append('{').append(end - i).append('}');
      }
      i = end;
    }
    return shape.toString();
  }

  private static String kind(char c) {
    if (c >= '0' && c <= '9') {
      return "\\d";
    }
    if (c >= 'A' && c <= 'Z') {
      return "[A-Z]";
    }
    if (c >= 'a' && c <= 'z') {
      return "[a-z]";
    }
    return SPECIAL.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
  }
}
