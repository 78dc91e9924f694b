package insight.prepare.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs of keys that may be one person, and keeps {@code pr_pair} and {@code pr_shared}.
 */
@ApplicationScoped
class PairRows {
  /** A name or block with more customers tells nothing, and comparing them all would be square. */
  private static final int LARGEST_BLOCK = 50;

  @Inject KnownProfiles profiles;
  @Inject Clock clock;

  private record Row(long a, long b, String[] kinds, @Nullable Long holders) {}

  private record Found(Candidate pair, Likeness likeness) {}

  /**
   * Counts who uses which identifier; a device itself is nobody. Where a value became shared, or is
   * no more, its customers are matched again.
   */
  void countShared(Handle h, Map<MatchKind, MatchRule> rules) {
    List<MatchRule> exact = rules.values().stream().filter(r -> r.kind().exact()).toList();
    h.createUpdate(
            """
            with rule as (
              select kind, most from unnest(cast(:kinds as text[]), cast(:most as int[]))
                as r (kind, most)),
            used as materialized (
              select i.kind, i.value_hash, count(distinct coalesce(p.person, i.customer_key)) as people
              from pr_identifier i join rule r on r.kind = i.kind
                left join pr_person p on p.customer_key = i.customer_key
              where i.value_hash <> pr_alias(i.customer_key)
              group by i.kind, i.value_hash, r.most
              having count(*) > r.most
                and count(distinct coalesce(p.person, i.customer_key)) > r.most),
            gone as (
              delete from pr_shared s where not exists (
                select 1 from used u where u.kind = s.kind and u.value_hash = s.value_hash)
              returning kind, value_hash),
            fresh as (
              insert into pr_shared as s (kind, value_hash, people)
              select kind, value_hash, people from used
              on conflict (kind, value_hash) do update set people = excluded.people
                where s.people <> excluded.people
              returning kind, value_hash)
            update pr_identity y set matched = false
            from (select * from gone union all select * from fresh) c
              join pr_identifier i on i.kind = c.kind and i.value_hash = c.value_hash
            where y.customer_key = i.customer_key and y.matched""")
        .bind("kinds", exact.stream().map(r -> r.kind().word()).toArray(String[]::new))
        .bind("most", exact.stream().map(MatchRule::most).toArray(Integer[]::new))
        .execute();
  }

  /** Looks for the others of some customers that were not matched yet; how many there were. */
  int match(Handle h, Map<MatchKind, MatchRule> rules, int most) {
    Long[] keys =
        h.createQuery(
                """
                select customer_key from pr_identity where not matched
                order by customer_key limit :most""")
            .bind("most", most)
            .mapTo(Long.class)
            .list()
            .toArray(Long[]::new);
    if (keys.length > 0) {
      keep(h, keys, scored(h, candidates(h, keys, rules)));
      h.createUpdate("update pr_identity set matched = true where customer_key = any(:keys)")
          .bind("keys", keys)
          .execute();
    }
    return keys.length;
  }

  private static List<Candidate> candidates(
      Handle h, Long[] keys, Map<MatchKind, MatchRule> rules) {
    List<String> used = new ArrayList<>();
    rules.values().stream()
        .filter(r -> r.mode() != MatchRule.Mode.OFF)
        .forEach(r -> used.add(r.kind().word()));
    if (used.contains(MatchKind.NAME.word())) {
      used.add("block");
    }
    return h
        .createQuery(
            """
            with own as materialized (
              select i.customer_key, i.kind, i.value_hash, (
                select count(*) from (
                  select 1 from pr_identifier k
                  where k.value_hash = i.value_hash and k.kind = i.kind limit :large) c) as holders
              from pr_identifier i
              where i.customer_key = any(:keys) and i.kind = any(:kinds)
                and not exists (select 1 from pr_shared s
                  where s.kind = i.kind and s.value_hash = i.value_hash)),
            hit as (
              select least(o.customer_key, j.customer_key) as a,
                greatest(o.customer_key, j.customer_key) as b, o.kind, o.holders
              from own o join pr_identifier j
                on j.value_hash = o.value_hash and j.kind = o.kind
                  and j.customer_key <> o.customer_key
              where o.holders > 1
                and (o.kind not in ('name', 'block') or o.holders < :large))
            select t.a, t.b,
              coalesce(array_agg(distinct kind) filter (where kind not in ('name', 'block')),
                cast('{}' as text[])) as kinds,
              max(holders) filter (where kind = 'name') as holders
            from hit t
              left join pr_person p on p.customer_key = t.a
              left join pr_person q on q.customer_key = t.b
            where coalesce(p.person, t.a) <> coalesce(q.person, t.b)
            group by t.a, t.b""")
        .bind("keys", keys)
        .bind("kinds", used.toArray(String[]::new))
        .bind("large", LARGEST_BLOCK + 1)
        .mapTo(Row.class)
        .stream()
        .map(r -> new Candidate(r.a(), r.b(), List.of(r.kinds()), r.holders()))
        .toList();
  }

  private List<Found> scored(Handle h, List<Candidate> candidates) {
    Set<Long> keys = new HashSet<>();
    candidates.forEach(c -> keys.addAll(List.of(c.customerKey(), c.otherKey())));
    Map<Long, KnownProfile> known = profiles.of(h, keys);
    List<Found> found = new ArrayList<>();
    for (Candidate pair : candidates) {
      KnownProfile a = known.get(pair.customerKey());
      KnownProfile b = known.get(pair.otherKey());
      if (a != null && b != null) {
        Long holders = pair.holders();
        Likeness likeness = Likeness.of(a, b, holders == null ? Long.MAX_VALUE : holders);
        if (!pair.kinds().isEmpty() || likeness.score() >= Likeness.PROPOSED) {
          found.add(new Found(pair, likeness));
        }
      }
    }
    return found;
  }

  /** What somebody decided stays; what is not found any more goes. */
  private void keep(Handle h, Long[] keys, List<Found> found) {
    h.createUpdate(
            """
            delete from pr_pair p
            where p.state <> 'rejected'
              and (p.customer_key = any(:keys) or p.other_key = any(:keys))
              and not exists (
                select 1 from unnest(cast(:a as bigint[]), cast(:b as bigint[])) as f (a, b)
                where f.a = p.customer_key and f.b = p.other_key)
              and coalesce((select person from pr_person where customer_key = p.customer_key),
                p.customer_key)
                <> coalesce((select person from pr_person where customer_key = p.other_key),
                p.other_key)""")
        .bind("keys", keys)
        .bind("a", found.stream().map(f -> f.pair().customerKey()).toArray(Long[]::new))
        .bind("b", found.stream().map(f -> f.pair().otherKey()).toArray(Long[]::new))
        .execute();
    insert(h, found);
  }

  private void insert(Handle h, Collection<Found> found) {
    if (found.isEmpty()) {
      return;
    }
    var batch =
        h.prepareBatch(
            """
            insert into pr_pair as p (customer_key, other_key, kinds, likeness, score, found_at)
            values (:a, :b, :kinds, :likeness, :score, :now)
            on conflict (customer_key, other_key) do update set kinds = excluded.kinds,
              likeness = excluded.likeness, score = excluded.score
            where p.state <> 'rejected'""");
    for (Found f : found) {
      boolean alike = f.likeness().score() >= Likeness.PROPOSED;
      batch
          .bind("a", f.pair().customerKey())
          .bind("b", f.pair().otherKey())
          .bind("kinds", f.pair().kinds().toArray(String[]::new))
          .bind("likeness", alike ? f.likeness().score() : null)
          .bind("score", f.pair().score(f.likeness()))
          .bind("now", clock.instant())
          .add();
    }
    batch.execute();
  }
}
