package insight.prepare.identity;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes keys one person, and takes it back. */
@UseCase
public class Merges {
  /** More keys than this are not one human's. */
  static final int MOST_KEYS = 50;

  private static final int LOCK = 7402;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Audit audit;
  @Inject Event<PersonsMerged> merged;
  @Inject Event<PersonsSeparated> separated;

  /**
   * Merges.
   *
   * @throws Refused when the keys are unknown or one person already, when somebody said that they
   *     are not the same, or for a role that may not
   */
  public Merge merge(NewMerge wanted, Caller by) {
    allowed(by);
    return jdbi.withHandle(
        h -> {
          lock(h);
          against(h, wanted)
              .ifPresent(
                  refused -> {
                    throw refused;
                  });
          return write(h, wanted, by);
        });
  }

  /** Merges where nothing is against it; a refusal would end the caller's transaction. */
  Optional<Merge> attempt(NewMerge wanted, Caller by) {
    return jdbi.withHandle(
        h -> {
          lock(h);
          return against(h, wanted).isEmpty()
              ? Optional.of(write(h, wanted, by))
              : Optional.empty();
        });
  }

  /** Merges proposed pairs; those that something is against stay apart. */
  public List<Long> all(List<Proposal> proposals, Caller by) {
    allowed(by);
    return proposals.stream()
        .flatMap(p -> attempt(NewMerge.of(p), by).stream())
        .map(Merge::id)
        .toList();
  }

  private static Optional<Refused> against(Handle h, NewMerge wanted) {
    Set<Long> keys = new HashSet<>(wanted.keys());
    long known =
        h.createQuery("select count(*) from co_customer where customer_key = any(:keys)")
            .bind("keys", keys.toArray(Long[]::new))
            .mapTo(Long.class)
            .one();
    if (keys.size() < 2 || known < keys.size()) {
      return Optional.of(Refused.invalid("/keys", "prepare.identity.keys"));
    }
    MergeRows rows = new MergeRows(h);
    Set<Long> around = rows.companions(keys);
    Partition before = Partition.of(rows.active(around));
    if (keys.stream().map(before::person).distinct().count() < 2) {
      return Optional.of(Refused.conflict("prepare.identity.already"));
    }
    if (around.size() > MOST_KEYS) {
      return Optional.of(Refused.conflict("prepare.identity.toomany", MOST_KEYS));
    }
    if (Rejections.of(h, around).broken(around, keys)) {
      return Optional.of(Refused.conflict("prepare.identity.rejected"));
    }
    if (!around.containsAll(wanted.survivor().stream().toList())) {
      return Optional.of(Refused.invalid("/survivor", "prepare.identity.notamong"));
    }
    return around.containsAll(wanted.fields().values())
        ? Optional.empty()
        : Optional.of(Refused.invalid("/fields", "prepare.identity.notamong"));
  }

  /** The same keys were said not to be the same: that is taken back. */
  private Merge write(Handle h, NewMerge wanted, Caller by) {
    Long[] keys = wanted.keys().toArray(Long[]::new);
    h.createUpdate(
            """
            update pr_pair set state = 'open', decided_at = null, decided_by = null
            where state <> 'open' and customer_key = any(:keys) and other_key = any(:keys)""")
        .bind("keys", keys)
        .execute();
    MergeRows rows = new MergeRows(h);
    long survivor = wanted.survivor().orElseGet(() -> survivor(h, rows.companions(wanted.keys())));
    long id = rows.insert(wanted, survivor, by.name(), clock.instant());
    Partition after = rows.regroup(wanted.keys());
    long person = after.person(wanted.keys().getFirst());
    audit.record(
        by.name(),
        Audit.Action.CHANGE,
        written(person),
        null,
        Map.of(
            "what",
            "merge",
            "merge",
            id,
            "keys",
            wanted.keys().stream().map(Merges::written).toList(),
            "evidence",
            wanted.evidence()));
    merged.fire(new PersonsMerged(id, person, after.keysOf(person)));
    return rows.list("where id = :id", Map.of("id", id)).getFirst();
  }

  /** The key with a profile, then the one known longest. */
  private static long survivor(Handle h, Set<Long> keys) {
    return h.createQuery(
            """
            select c.customer_key from co_customer c
            where c.customer_key = any(:keys)
            order by c.profile_cipher is null,
              exists (select 1 from pr_person p where p.person = c.customer_key) desc,
              c.first_seen, c.customer_key limit 1""")
        .bind("keys", keys.toArray(Long[]::new))
        .mapTo(Long.class)
        .one();
  }

  static String written(long key) {
    return new CustomerKey(key).toString();
  }

  /**
   * Takes a merge back. Who its keys are follows from the other merges; nothing of any key was
   * changed by the merge, so nothing needs to be restored.
   *
   * @param again whether the pair may be proposed again; otherwise it counts as not the same
   * @throws Refused when there is no such merge, it was undone before, or for a role that may not
   */
  public void undo(long id, boolean again, Caller by) {
    allowed(by);
    jdbi.useHandle(
        h -> {
          lock(h);
          MergeRows rows = new MergeRows(h);
          Merge merge =
              rows.list("where id = :id", Map.of("id", id)).stream()
                  .findFirst()
                  .orElseThrow(() -> Refused.notFound("prepare.identity.merge.unknown", id));
          if (!rows.undo(id, by.name(), clock.instant())) {
            throw Refused.conflict("prepare.identity.undone", id);
          }
          Partition after = rows.regroup(merge.keys());
          Set<Long> persons =
              merge.keys().stream()
                  .map(after::person)
                  .collect(Collectors.toCollection(TreeSet::new));
          if (!again) {
            reject(h, merge.keys(), after, by);
          }
          audit.record(
              by.name(),
              Audit.Action.CHANGE,
              written(merge.survivor()),
              null,
              Map.of("what", "unmerge", "merge", id, "persons", persons.size()));
          separated.fire(new PersonsSeparated(id, persons));
        });
  }

  /** Keys that other merges still hold together are not rejected. */
  private void reject(Handle h, List<Long> keys, Partition after, Caller by) {
    for (long a : keys) {
      for (long b : keys) {
        if (a < b && after.person(a) != after.person(b)) {
          Proposals.decide(h, a, b, Proposal.State.REJECTED, by.name(), clock.instant());
        }
      }
    }
  }

  /** The newest merges. */
  public List<Merge> newest(int limit, int offset) {
    return jdbi.withHandle(
        h ->
            new MergeRows(h)
                .list(
                    "order by id desc limit :limit offset :offset",
                    Map.of("limit", limit, "offset", offset)));
  }

  /** A merge. */
  public Optional<Merge> find(long id) {
    return jdbi.withHandle(
        h -> new MergeRows(h).list("where id = :id", Map.of("id", id)).stream().findFirst());
  }

  private static void lock(Handle h) {
    h.createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
        .bind("lock", LOCK)
        .mapTo(String.class)
        .list();
  }

  static void allowed(Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("prepare.identity.role");
    }
  }
}
