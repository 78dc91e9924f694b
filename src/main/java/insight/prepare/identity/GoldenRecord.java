package insight.prepare.identity;

import insight.kernel.CustomerKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What counts of a person: for each field one value, and the key it comes from.
 *
 * @param values the values that count; clear or masked as the grant allows
 * @param keys everything that the keys say
 */
public record GoldenRecord(
    long person, Map<PersonField, Sourced> values, List<Said> keys, boolean clear) {
  public GoldenRecord {
    values = Map.copyOf(values);
    keys = List.copyOf(keys);
  }

  /**
   * A value with where it comes from.
   *
   * @param chosen whether a person chose it; otherwise it is the newest
   */
  public record Sourced(String value, CustomerKey key, boolean chosen) {}

  /** What one key says of its customer. */
  public record Said(
      CustomerKey key,
      String source,
      String shopId,
      java.time.Instant toldAt,
      Map<PersonField, String> values) {
    public Said {
      values = Map.copyOf(values);
    }
  }

  /**
   * For each field the key whose value counts: the chosen one if it has a value, else the newest.
   */
  static Map<PersonField, Long> sources(
      Collection<KnownProfile> profiles, Map<PersonField, Long> choices) {
    Map<PersonField, Long> sources = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      List<KnownProfile> having =
          profiles.stream().filter(p -> p.value(field).isPresent()).toList();
      Optional<KnownProfile> chosen =
          having.stream()
              .filter(p -> Optional.ofNullable(choices.get(field)).equals(Optional.of(p.key())))
              .findFirst();
      chosen
          .or(
              () ->
                  having.stream()
                      .max(
                          Comparator.comparing(KnownProfile::toldAt)
                              .thenComparing(KnownProfile::key)))
          .ifPresent(p -> sources.put(field, p.key()));
    }
    return sources;
  }
}
