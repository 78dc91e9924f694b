package insight.collect;

import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rejected lines by what is wrong with them. Keeps no values, since they may name a person. */
final class RejectGroups {
  /** Groups that are told apart; a file with more has one trouble, not a hundred. */
  private static final int MOST = 50;

  private static final int EXAMPLES = 5;

  private record Trouble(String column, String key, List<String> arguments) {}

  private static final class Lines {
    private long count;
    private final List<Long> first = new ArrayList<>();
  }

  private final Map<Trouble, Lines> groups = new LinkedHashMap<>();

  void add(List<Reject> rejects) {
    for (Reject reject : rejects) {
      Trouble trouble = new Trouble(reject.column(), reject.key(), reject.arguments());
      if (groups.size() >= MOST && !groups.containsKey(trouble)) {
        trouble = new Trouble("", "collect.reject.others", List.of());
      }
      Lines lines = groups.computeIfAbsent(trouble, t -> new Lines());
      lines.count++;
      if (lines.first.size() < EXAMPLES) {
        lines.first.add(reject.line());
      }
    }
  }

  /** {@code [{"column","key","arguments","lines","first":[…]}]}, the most frequent first. */
  JsonArray json() {
    JsonArrayBuilder all = Json.array();
    groups.entrySet().stream()
        .sorted(Comparator.comparingLong(e -> -e.getValue().count))
        .forEach(
            e ->
                all.add(
                    Json.object()
                        .add("column", e.getKey().column())
                        .add("key", e.getKey().key())
                        .add("arguments", Json.value(e.getKey().arguments()))
                        .add("lines", e.getValue().count)
                        .add("first", Json.value(e.getValue().first))));
    return all.build();
  }
}
