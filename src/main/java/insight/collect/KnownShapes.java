package insight.collect;

import insight.collect.csv.Separator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises files whose shape has a preset. */
final class KnownShapes {
  private KnownShapes() {}

  /** The preset with most columns among those whose columns the file has all. */
  static Optional<Preset> of(
      boolean header, List<String> columns, List<List<String>> rows, Separator separator) {
    if (!header) {
      return separator == Separator.BLANKS && purchases(rows)
          ? Optional.of(Preset.CDNOW)
          : Optional.empty();
    }
    Set<String> there = new HashSet<>(columns);
    return Stream.of(Preset.values())
        .filter(p -> p.columns().isEmpty() && p.kind() == SourceKind.CSV)
        .filter(p -> !needs(p).isEmpty() && there.containsAll(needs(p)))
        .max(Comparator.comparingInt(p -> needs(p).size()));
  }

  private static Set<String> needs(Preset preset) {
    return preset.mapping().rules().values().stream()
        .flatMap(
            rule ->
                rule instanceof Mapping.Rule.Column(String name, Optional<String> format)
                    ? Stream.of(name)
                    : Stream.empty())
        .collect(Collectors.toSet());
  }

  /** CDNOW's shape: customer, day, units, dollars. */
  private static boolean purchases(List<List<String>> rows) {
    return !rows.isEmpty()
        && rows.stream()
            .allMatch(
                r ->
                    r.size() == 4
                        && r.get(0).matches("\\d{5}")
                        && r.get(1).matches("(19|20)\\d{6}")
                        && r.get(2).matches("\\d+")
                        && r.get(3).matches("\\d+\\.\\d{2}"));
  }
}
