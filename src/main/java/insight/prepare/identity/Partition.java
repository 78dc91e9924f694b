package insight.prepare.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is who, as merges say: keys that a chain of merges connects are one person. It follows from
 * the merges alone, whatever order they were made and undone in.
 *
 * <p>The key that stands for a person is the survivor of the newest merge whose survivor is one of
 * the person's keys. A key that no merge names is its own person and not in here.
 */
final class Partition {
  private final Map<Long, Long> persons = new TreeMap<>();
  private final Map<Long, Set<Long>> keys = new HashMap<>();
  private final Map<Long, List<Merge>> merges = new HashMap<>();

  /** The partition that these merges give; those undone are left out. */
  static Partition of(Collection<Merge> merges) {
    Partition partition = new Partition();
    List<Merge> active =
        merges.stream()
            .filter(m -> m.undone().isEmpty())
            .sorted(Comparator.comparingLong(Merge::id))
            .toList();
    Map<Long, Long> roots = new HashMap<>();
    for (Merge merge : active) {
      long first = root(roots, merge.keys().getFirst());
      merge.keys().forEach(key -> roots.put(root(roots, key), first));
      roots.putIfAbsent(first, first);
    }
    Map<Long, Set<Long>> groups = new HashMap<>();
    roots
        .keySet()
        .forEach(k -> groups.computeIfAbsent(root(roots, k), r -> new TreeSet<>()).add(k));
    Map<Long, List<Merge>> within = new HashMap<>();
    active.forEach(
        m ->
            within
                .computeIfAbsent(root(roots, m.keys().getFirst()), r -> new ArrayList<>())
                .add(m));
    groups.forEach((root, group) -> partition.add(group, within.getOrDefault(root, List.of())));
    return partition;
  }

  private static long root(Map<Long, Long> roots, long key) {
    long at = key;
    while (roots.getOrDefault(at, at) != at) {
      at = roots.getOrDefault(at, at);
    }
    return at;
  }

  private void add(Set<Long> group, List<Merge> within) {
    long person =
        within.reversed().stream()
            .map(Merge::survivor)
            .filter(group::contains)
            .findFirst()
            .orElseGet(() -> group.iterator().next());
    group.forEach(key -> persons.put(key, person));
    keys.put(person, Set.copyOf(group));
    merges.put(person, List.copyOf(within));
  }

  /** Key → person, of all keys that a merge names. */
  Map<Long, Long> persons() {
    return Map.copyOf(persons);
  }

  long person(long key) {
    return persons.getOrDefault(key, key);
  }

  /** All keys of the key's person. */
  Set<Long> keysOf(long key) {
    return keys.getOrDefault(person(key), Set.of(key));
  }

  /** The merges that made the key's person, the oldest first. */
  List<Merge> mergesOf(long key) {
    return merges.getOrDefault(person(key), List.of());
  }

  /**
   * For each field the key whose value counts, as the newest merge said; fields about which none
   * said anything, or a key that is no more of the person, are absent.
   */
  Map<PersonField, Long> choices(long key) {
    Set<Long> own = keysOf(key);
    Map<PersonField, Long> choices = new EnumMap<>(PersonField.class);
    for (Merge merge : mergesOf(key)) {
      merge
          .fields()
          .forEach(
              (field, chosen) ->
                  Optional.of(chosen).filter(own::contains).ifPresent(c -> choices.put(field, c)));
    }
    return choices;
  }
}
