package insight.collect;

import insight.kernel.Nearest;
import insight.kernel.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each canonical field stands in a record: a mapping, met with a file's header. */
final class Columns {
  private final Mapping mapping;
  private final List<String> header;
  private final int[] places = new int[Canonical.values().length];
  private final @Nullable Numerals[] numerals = new Numerals[Canonical.values().length];

  /**
   * @throws Refused naming a column that the file lacks, and those it has
   */
  Columns(Mapping mapping, List<String> header) {
    this.mapping = mapping;
    this.header = header.stream().map(String::strip).toList();
    Arrays.fill(places, -1);
    List<Refused.Reason> missing = new ArrayList<>();
    mapping
        .rules()
        .forEach(
            (field, rule) -> {
              if (rule instanceof Mapping.Rule.Column(String name, var format)) {
                places[field.ordinal()] = place(name, missing);
                numerals[field.ordinal()] = format.flatMap(Numerals::of).orElse(null);
              }
            });
    if (!missing.isEmpty()) {
      throw new Refused(Refused.Kind.UNPROCESSABLE, missing);
    }
  }

  /** A source's mapping, met with a header; columns that its preset does not insist on may lack. */
  static Columns of(Source source, List<String> header) {
    Map<Canonical, Mapping.Rule> rules = new EnumMap<>(Canonical.class);
    source
        .mapping()
        .rules()
        .forEach(
            (field, rule) -> {
              boolean optional = source.preset().filter(p -> p.optional(field)).isPresent();
              boolean lacks =
                  rule instanceof Mapping.Rule.Column(String name, var format)
                      && header.stream().noneMatch(h -> h.strip().equalsIgnoreCase(name));
              if (!(optional && lacks)) {
                rules.put(field, rule);
              }
            });
    return new Columns(new Mapping(rules), header);
  }

  private int place(String name, List<Refused.Reason> missing) {
    int exact = header.indexOf(name);
    if (exact >= 0) {
      return exact;
    }
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    String found = shown();
    missing.add(
        Nearest.of(name, header)
            .map(near -> reason("collect.import.columnNear", name, found, near))
            .orElseGet(() -> reason("collect.import.column", name, found)));
    return -1;
  }

  private static Refused.Reason reason(String key, Object... arguments) {
    return new Refused.Reason("", key, List.of(arguments));
  }

  private String shown() {
    List<String> names =
        header.stream().limit(20).map(n -> n.length() > 30 ? n.substring(0, 30) + "…" : n).toList();
    return String.join(", ", names) + (header.size() > 20 ? " …" : "");
  }

  List<String> header() {
    return header;
  }

  /** Where the fields stand that come from a column. */
  Map<Canonical, Integer> places() {
    Map<Canonical, Integer> found = new EnumMap<>(Canonical.class);
    for (Canonical field : Canonical.values()) {
      if (places[field.ordinal()] >= 0) {
        found.put(field, places[field.ordinal()]);
      }
    }
    return found;
  }

  /** The name of the column at a place. */
  String name(int place) {
    return header.get(place);
  }

  /** Whether what stands there may tell something about a person; a column nobody mapped may. */
  boolean personal(int place) {
    return places().entrySet().stream()
        .filter(e -> e.getValue() == place)
        .findFirst()
        .map(e -> e.getKey().personal())
        .orElse(true);
  }

  int count() {
    return header.size();
  }

  /** The value, stripped; null when unmapped or empty. */
  @Nullable String value(String[] fields, Canonical field) {
    int place = places[field.ordinal()];
    String text = place >= 0 ? fields[place].strip() : mapping.constant(field).orElse("");
    return text.isEmpty() ? null : text;
  }

  /** The column's name, or the field's own word where it is a constant. */
  String name(Canonical field) {
    int place = places[field.ordinal()];
    return place >= 0 ? header.get(place) : field.word();
  }

  /** How the field's column writes numbers; null when the mapping does not say: as Java does. */
  @Nullable Numerals numerals(Canonical field) {
    return numerals[field.ordinal()];
  }

  boolean mapped(Canonical field) {
    return mapping.has(field);
  }

  Mapping mapping() {
    return mapping;
  }
}
