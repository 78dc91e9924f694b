package insight.prepare.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.privacy.Consents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Merging and unmerging in any order. */
class UnmergeTest {
  private static final Instant MARCH = Instant.parse("2025-03-01T12:00:00Z");

  /** Keeps merges and the mapping in memory, as the tables do. */
  private static final class Shop implements MergeBook {
    final Map<Long, Merge> merges = new TreeMap<>();
    final Map<Long, Long> persons = new HashMap<>();

    long merge(List<Long> keys, long survivor, Map<PersonField, Long> fields) {
      long id = merges.size() + 1L;
      merges.put(
          id,
          new Merge(
              id,
              keys,
              survivor,
              fields,
              List.of(Merge.MANUAL),
              OptionalDouble.empty(),
              "olive",
              MARCH,
              Optional.empty()));
      regroup(keys);
      return id;
    }

    void undo(long id) {
      Merge m = java.util.Objects.requireNonNull(merges.get(id));
      Merge undone =
          new Merge(
              id,
              m.keys(),
              m.survivor(),
              m.fields(),
              m.evidence(),
              m.score(),
              m.by(),
              m.at(),
              Optional.of(new Merge.Undone("olive", MARCH)));
      merges.put(id, undone);
      regroup(m.keys());
    }

    List<Merge> standing() {
      return merges.values().stream().filter(m -> m.undone().isEmpty()).toList();
    }

    @Override
    public Set<Long> companions(Collection<Long> keys) {
      Set<Long> own =
          keys.stream().map(k -> persons.getOrDefault(k, k)).collect(Collectors.toSet());
      Set<Long> all = new TreeSet<>(keys);
      persons.forEach(
          (key, person) -> {
            if (own.contains(person)) {
              all.add(key);
            }
          });
      return all;
    }

    @Override
    public List<Merge> active(Collection<Long> keys) {
      return standing().stream().filter(m -> m.keys().stream().anyMatch(keys::contains)).toList();
    }

    @Override
    public void write(Set<Long> keys, Map<Long, Long> now) {
      keys.forEach(persons::remove);
      persons.putAll(now);
    }
  }

  private static final List<Long> KEYS = LongStream.rangeClosed(1, 12).boxed().toList();

  private static Map<Long, KnownProfile> profiles(Random chance) {
    Map<Long, KnownProfile> profiles = new TreeMap<>();
    for (long key : KEYS) {
      profiles.put(
          key,
          People.of(
              key,
              chance.nextInt(4) == 0 ? "" : "Name " + key,
              chance.nextBoolean() ? "" : "n" + key + "@shop.example",
              chance.nextBoolean() ? "" : "01632 96041" + key % 10,
              "",
              chance.nextInt(3) == 0 ? "" : "GB"));
    }
    return profiles;
  }

  private static Map<Long, Consents.Consent> answers(Random chance) {
    Map<Long, Consents.Consent> answers = new TreeMap<>();
    for (long key : KEYS) {
      if (chance.nextBoolean()) {
        answers.put(
            key, new Consents.Consent("marketing", chance.nextBoolean(), MARCH.plusSeconds(key)));
      }
    }
    return answers;
  }

  /** Everything one can see of the persons. */
  private static String seen(
      Partition partition, Map<Long, KnownProfile> profiles, Map<Long, Consents.Consent> answers) {
    StringBuilder seen = new StringBuilder();
    for (long key : KEYS) {
      Set<Long> own = new TreeSet<>(partition.keysOf(key));
      seen.append(key).append(" is ").append(partition.person(key)).append(own);
      seen.append(
          new TreeMap<>(
              GoldenRecord.sources(
                  own.stream().map(profiles::get).toList(), partition.choices(key))));
      seen.append(
          Consents.strictest(own.stream().filter(answers::containsKey).map(answers::get).toList()));
      seen.append('\n');
    }
    return seen.toString();
  }

  @Property(tries = 300)
  void whatIsLeftIsWhatTheRemainingMergesSay(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int steps) {
    Random chance = new Random(seed);
    Map<Long, KnownProfile> profiles = profiles(chance);
    Map<Long, Consents.Consent> answers = answers(chance);
    String history = profiles + "" + answers;
    Shop shop = new Shop();
    for (int i = 0; i < steps; i++) {
      List<Merge> standing = shop.standing();
      if (!standing.isEmpty() && chance.nextInt(5) < 2) {
        shop.undo(standing.get(chance.nextInt(standing.size())).id());
      } else {
        shop.merge(some(chance), anyOf(chance), choice(chance));
      }
      Partition fresh = Partition.of(shop.standing());
      KEYS.forEach(
          k -> assertEquals(fresh.person(k), (long) shop.persons.getOrDefault(k, k), "key " + k));
    }
    List<Merge> left = new ArrayList<>(shop.standing());
    Partition once = Partition.of(shop.merges.values());
    java.util.Collections.shuffle(left, chance);
    assertEquals(seen(Partition.of(left), profiles, answers), seen(once, profiles, answers));
    assertEquals(history, profiles + "" + answers, "a merge changes nothing of any key");
    shop.standing().forEach(m -> shop.undo(m.id()));
    assertTrue(shop.persons.isEmpty(), "everybody is their own person again");
  }

  private static List<Long> some(Random chance) {
    Set<Long> keys = new TreeSet<>();
    int size = 2 + chance.nextInt(2);
    while (keys.size() < size) {
      keys.add(anyOf(chance));
    }
    return List.copyOf(keys);
  }

  private static long anyOf(Random chance) {
    return KEYS.get(chance.nextInt(KEYS.size()));
  }

  private static Map<PersonField, Long> choice(Random chance) {
    return chance.nextBoolean()
        ? Map.of()
        : Map.of(PersonField.values()[chance.nextInt(5)], anyOf(chance));
  }

  @Test
  void theOlderMergeCanBeUndoneFirst() {
    Shop shop = new Shop();
    long first = shop.merge(List.of(1L, 2L), 1, Map.of());
    shop.merge(List.of(2L, 3L), 1, Map.of());
    assertEquals(Map.of(1L, 1L, 2L, 1L, 3L, 1L), shop.persons);
    shop.undo(first);
    assertEquals(Map.of(2L, 2L, 3L, 2L), shop.persons);
  }

  @Test
  void twoReasonsHoldUntilBothAreUndone() {
    Shop shop = new Shop();
    long first = shop.merge(List.of(1L, 2L), 2, Map.of());
    long second = shop.merge(List.of(1L, 2L), 1, Map.of());
    shop.undo(second);
    assertEquals(Map.of(1L, 2L, 2L, 2L), shop.persons);
    shop.undo(first);
    assertEquals(Map.of(), shop.persons);
  }

  @Test
  void aChosenValueGoesWithItsMerge() {
    Shop shop = new Shop();
    KnownProfile a = People.of(1, "Anna", "old@shop.example", "", "", "GB");
    KnownProfile b = People.of(2, "Ann", "new@shop.example", "", "", "GB");
    shop.merge(List.of(1L, 2L), 1, Map.of());
    long choosing = shop.merge(List.of(1L, 2L), 1, Map.of(PersonField.EMAIL, 1L));
    assertEquals(1L, GoldenRecord.sources(List.of(a, b), choices(shop)).get(PersonField.EMAIL));
    shop.undo(choosing);
    assertEquals(2L, GoldenRecord.sources(List.of(a, b), choices(shop)).get(PersonField.EMAIL));
  }

  private static Map<PersonField, Long> choices(Shop shop) {
    return Partition.of(shop.standing()).choices(1);
  }

  @Test
  void whoeverWithdrewUnderOneNameHasWithdrawn() {
    var yes = new Consents.Consent("marketing", true, MARCH.plusSeconds(9));
    var no = new Consents.Consent("marketing", false, MARCH);
    var other = new Consents.Consent("personalisation", true, MARCH);
    assertEquals(List.of(no, other), Consents.strictest(List.of(yes, no, other)));
    assertEquals(List.of(yes), Consents.strictest(List.of(yes)));
  }
}
