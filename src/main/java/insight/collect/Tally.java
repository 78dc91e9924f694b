package insight.collect;

import insight.runtime.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lines and amounts of each class of order line, and the span of the events. Immutable; grows by
 * {@link #plus}.
 */
record Tally(Map<SaleClass, Line> classes, @Nullable Instant first, @Nullable Instant last) {
  static final Tally EMPTY = new Tally(Map.of(), null, null);

  Tally {
    classes = Map.copyOf(classes);
  }

  /** Lines of one class; amounts in the smallest unit, by currency. */
  record Line(long lines, Map<String, Long> minor) {
    Line {
      minor = Map.copyOf(minor);
    }
  }

  /** With these rows added. */
  Tally plus(List<EventRow> rows) {
    long[] lines = new long[SaleClass.values().length];
    List<Map<String, Long>> minor =
        java.util.stream.Stream.<Map<String, Long>>generate(TreeMap::new)
            .limit(lines.length)
            .toList();
    classes.forEach(
        (sale, line) -> {
          lines[sale.ordinal()] = line.lines();
          minor.get(sale.ordinal()).putAll(line.minor());
        });
    Instant earliest = first;
    Instant latest = last;
    for (EventRow row : rows) {
      int place = row.saleClass().ordinal();
      lines[place]++;
      if (row.amountMinor() != null && row.currency() != null) {
        minor.get(place).merge(row.currency(), row.amountMinor(), Long::sum);
      }
      Instant at = row.occurredAt();
      earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
      latest = latest == null || at.isAfter(latest) ? at : latest;
    }
    Map<SaleClass, Line> sums = new LinkedHashMap<>();
    for (SaleClass sale : SaleClass.values()) {
      if (lines[sale.ordinal()] > 0) {
        sums.put(sale, new Line(lines[sale.ordinal()], minor.get(sale.ordinal())));
      }
    }
    return new Tally(sums, earliest, latest);
  }

  /** With so many lines of one class and currency added. */
  Tally plus(
      SaleClass sale,
      long lines,
      Optional<String> currency,
      Optional<Long> minor,
      Instant from,
      Instant to) {
    Line known = classes.getOrDefault(sale, new Line(0, Map.of()));
    Map<String, Long> amounts = new TreeMap<>(known.minor());
    currency.ifPresent(code -> minor.ifPresent(m -> amounts.merge(code, m, Long::sum)));
    Map<SaleClass, Line> sums = new LinkedHashMap<>(classes);
    sums.put(sale, new Line(known.lines() + lines, amounts));
    return new Tally(
        sums,
        first == null || from.isBefore(first) ? from : first,
        last == null || to.isAfter(last) ? to : last);
  }

  /** As kept in {@code co_import.classes}. */
  JsonObject json() {
    var json = Json.object();
    for (SaleClass sale : SaleClass.values()) {
      Line line = classes.get(sale);
      if (line != null) {
        json.add(
            sale.word(),
            Json.object()
                .add("lines", line.lines())
                .add("amountMinor", Json.of(new TreeMap<>(line.minor()))));
      }
    }
    return json.build();
  }

  static Tally of(JsonObject json, @Nullable Instant first, @Nullable Instant last) {
    Map<SaleClass, Line> classes = new LinkedHashMap<>();
    for (SaleClass sale : SaleClass.values()) {
      if (json.get(sale.word()) instanceof JsonObject line) {
        Map<String, Long> minor = new TreeMap<>();
        line.getJsonObject("amountMinor")
            .forEach((code, value) -> minor.put(code, ((JsonNumber) value).longValueExact()));
        classes.put(sale, new Line(line.getJsonNumber("lines").longValueExact(), minor));
      }
    }
    return new Tally(classes, first, last);
  }

  /**
   * As counts show it: {@code {"sale":{"lines":1,"amount":"2.50","currency":"GBP"}}}. Further
   * currencies stand apart, since amounts of different ones are never added.
   */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (SaleClass sale : SaleClass.values()) {
      Line line = classes.get(sale);
      if (line != null && sale != SaleClass.NONE) {
        counts.put(sale.word(), counts(line));
      }
    }
    return counts;
  }

  private static Map<String, Object> counts(Line line) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("lines", line.lines());
    Optional<Map.Entry<String, Long>> main =
        line.minor().entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()));
    main.ifPresent(
        m -> {
          counts.put("amount", amount(m.getKey(), m.getValue()));
          counts.put("currency", m.getKey());
        });
    if (line.minor().size() > 1) {
      Map<String, String> others = new TreeMap<>();
      line.minor().forEach((code, minor) -> others.put(code, amount(code, minor)));
      counts.put("amounts", others);
    }
    return counts;
  }

  private static String amount(String currency, long minor) {
    return BigDecimal.valueOf(minor, Currencies.digits(currency)).toPlainString();
  }
}
