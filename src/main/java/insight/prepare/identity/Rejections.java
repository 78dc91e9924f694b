package insight.prepare.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Pairs that somebody said are not the same. No rule may bring their persons together. */
record Rejections(List<Pair> pairs) {
  record Pair(long customerKey, long otherKey) {}

  /** Those that name one of the keys. */
  static Rejections of(Handle h, Collection<Long> keys) {
    return new Rejections(
        h.createQuery(
                """
                select customer_key, other_key from pr_pair
                where state = 'rejected' and (customer_key = any(:keys) or other_key = any(:keys))""")
            .bindMap(Map.of("keys", keys.toArray(Long[]::new)))
            .mapTo(Pair.class)
            .list());
  }

  /**
   * Whether one of them would be within one person.
   *
   * @param keys of the person
   * @param but a merge of these very keys was asked for: what was said of them before is taken back
   */
  boolean broken(Set<Long> keys, Set<Long> but) {
    return pairs.stream()
        .filter(p -> !but.contains(p.customerKey()) || !but.contains(p.otherKey()))
        .anyMatch(p -> keys.contains(p.customerKey()) && keys.contains(p.otherKey()));
  }
}
