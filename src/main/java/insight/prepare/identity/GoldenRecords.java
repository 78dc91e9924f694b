package insight.prepare.identity;

import insight.kernel.CustomerKey;
import insight.prepare.identity.GoldenRecord.Said;
import insight.prepare.identity.GoldenRecord.Sourced;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Masks;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What counts of a person, and what its keys say, masked where the grant does not allow more. */
@UseCase
public class GoldenRecords {
  @Inject Jdbi jdbi;
  @Inject KnownProfiles profiles;

  /** Of the person that a key belongs to now. */
  public GoldenRecord of(long key, Grant grant) {
    return jdbi.withHandle(
        h -> {
          Set<Long> around = new MergeRows(h).companions(Set.of(key));
          Partition partition = Partition.of(new MergeRows(h).active(around));
          Collection<KnownProfile> known = profiles.of(h, partition.keysOf(key)).values();
          return record(partition.person(key), known, partition.choices(key), grant);
        });
  }

  /** How it would be if these keys became one person and nothing was chosen. */
  public GoldenRecord together(Collection<Long> keys, Grant grant) {
    return jdbi.withHandle(
        h -> {
          Set<Long> around = new MergeRows(h).companions(new HashSet<>(keys));
          Partition partition = Partition.of(new MergeRows(h).active(around));
          Map<PersonField, Long> choices = new EnumMap<>(PersonField.class);
          keys.forEach(key -> choices.putAll(partition.choices(key)));
          long person = partition.person(keys.iterator().next());
          return record(person, profiles.of(h, around).values(), choices, grant);
        });
  }

  private static GoldenRecord record(
      long person, Collection<KnownProfile> known, Map<PersonField, Long> choices, Grant grant) {
    boolean clear = grant.allows(Field.IDENTITY);
    Map<PersonField, Sourced> values = new EnumMap<>(PersonField.class);
    GoldenRecord.sources(known, choices)
        .forEach(
            (field, key) ->
                known.stream()
                    .filter(p -> p.key() == key)
                    .flatMap(p -> p.value(field).stream())
                    .forEach(
                        value ->
                            values.put(
                                field,
                                new Sourced(
                                    shown(field, value, clear),
                                    new CustomerKey(key),
                                    key.equals(choices.get(field))))));
    List<Said> said =
        known.stream()
            .sorted(Comparator.comparing(KnownProfile::toldAt).thenComparing(KnownProfile::key))
            .map(p -> said(p, clear))
            .toList();
    return new GoldenRecord(person, values, said, clear);
  }

  static Said said(KnownProfile profile, boolean clear) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      profile.value(field).ifPresent(v -> values.put(field, shown(field, v, clear)));
    }
    return new Said(
        new CustomerKey(profile.key()),
        profile.source(),
        clear ? profile.shopId() : Masks.shopId(profile.shopId()),
        profile.toldAt(),
        values);
  }

  private static String shown(PersonField field, String value, boolean clear) {
    if (clear) {
      return value;
    }
    return switch (field) {
      case NAME, ADDRESS -> Masks.name(value);
      case EMAIL -> Masks.email(value);
      case PHONE -> Masks.phone(value);
      case COUNTRY -> value;
    };
  }
}
