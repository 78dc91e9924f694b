package insight.prepare.identity;

import insight.privacy.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps {@code pr_identity} and {@code pr_identifier} as the customers and their events are. */
@ApplicationScoped
class IdentifierRows {
  private static final int HEX = 16;
  private static final String KNOWN = "select 1 from co_customer c where c.customer_key = %s)";

  @Inject KnownProfiles profiles;
  @Inject Pseudonyms pseudonyms;

  /** Customers whose encrypted profile or country is not the one read before. */
  List<Long> changed(Handle h) {
    return h.createQuery(
            """
            select c.customer_key
            from co_customer c left join pr_identity i on i.customer_key = c.customer_key
            where i.stamp is distinct from pr_stamp(c.profile_cipher, c.country)""")
        .mapTo(Long.class)
        .list();
  }

  /** Reads some customers anew. */
  void refresh(Handle h, Map<Integer, String> spaces, List<Long> customers) {
    Long[] keys = customers.toArray(Long[]::new);
    Written written = new Written();
    Map<Long, KnownProfile> known = profiles.of(h, customers);
    for (KnownProfile profile : known.values()) {
      Optional<String> space = Optional.ofNullable(spaces.get(profile.sourceId()));
      Fingerprint.of(profile, space).forEach(f -> written.add(profile.key(), f.kind(), hash(f)));
    }
    h.createUpdate(
            """
            delete from pr_identifier
            where customer_key = any(:keys) and kind not in ('alias', 'device')""")
        .bind("keys", keys)
        .execute();
    written.insert(h);
    stamp(h, keys);
  }

  /** Customers that are no more, since their import was undone. */
  int dropUnknown(Handle h) {
    int gone =
        h.createUpdate(
                """
                delete from pr_identity i where not exists (
                  select 1 from co_customer c where c.customer_key = i.customer_key)""")
            .execute();
    for (String sql :
        List.of(
            "delete from pr_identifier i where not exists (" + KNOWN.formatted("i.customer_key"),
            "delete from pr_pair p where not exists (" + KNOWN.formatted("p.customer_key"),
            "delete from pr_pair p where not exists (" + KNOWN.formatted("p.other_key"))) {
      if (gone > 0) {
        h.createUpdate(sql).execute();
      }
    }
    return gone;
  }

  /** When a customer last said who they are: the newest identifying event, else the first seen. */
  private static void stamp(Handle h, Long[] keys) {
    h.createUpdate(
            """
            insert into pr_identity (customer_key, stamp, told_at)
            select c.customer_key, pr_stamp(c.profile_cipher, c.country), coalesce(t.at, c.first_seen)
            from co_customer c
              left join lateral (
                select max(e.occurred_at) as at from co_event e
                where e.customer_key = c.customer_key and e.kind = 16
                  and c.profile_cipher is not null) t on true
            where c.customer_key = any(:keys)
            on conflict (customer_key) do update
              set stamp = excluded.stamp, told_at = excluded.told_at, matched = false""")
        .bind("keys", keys)
        .execute();
  }

  private UUID hash(Fingerprint fingerprint) {
    return uuid(pseudonyms.mac("identifier-" + fingerprint.kind(), fingerprint.value()));
  }

  private static UUID uuid(String mac) {
    return new UUID(
        new BigInteger(mac.substring(0, HEX), HEX).longValue(),
        new BigInteger(mac.substring(HEX, 2 * HEX), HEX).longValue());
  }

  /** Takes over what shops said: former ids, devices, several numbers of one person. */
  int readLinks(Handle h) {
    return h.createUpdate(
            """
            with link as (
              select l.* from co_link l
                join co_customer a on a.customer_key = l.from_key
                join co_customer b on b.customer_key = l.to_key),
            same as (
              select s.customer_key, s.person_key, count(*) over (partition by s.person_key) as n
              from co_same_customer s join co_customer c on c.customer_key = s.customer_key),
            said (customer_key, kind, value_hash) as (
              select from_key, how, pr_alias(from_key) from link
              union select to_key, how, pr_alias(from_key) from link
              union select customer_key, 'user', pr_alias(person_key) from same where n > 1),
            fresh as (
              insert into pr_identifier (customer_key, kind, value_hash)
              select * from said s where not exists (
                select 1 from pr_identifier i where i.customer_key = s.customer_key
                  and i.kind = s.kind and i.value_hash = s.value_hash)
              on conflict do nothing returning customer_key)
            update pr_identity i set matched = false from fresh f
            where f.customer_key = i.customer_key and i.matched""")
        .execute();
  }

  /** Rows on their way into {@code pr_identifier}. */
  private static final class Written {
    private final List<Long> keys = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<UUID> hashes = new ArrayList<>();

    void add(long key, String kind, UUID hash) {
      keys.add(key);
      kinds.add(kind);
      hashes.add(hash);
    }

    void insert(Handle h) {
      h.createUpdate(
              """
              insert into pr_identifier (customer_key, kind, value_hash)
              select key, kind, hash
              from unnest(cast(:keys as bigint[]), cast(:kinds as text[]), cast(:hashes as uuid[]))
                as i (key, kind, hash)
              on conflict do nothing""")
          .bind("keys", keys.toArray(Long[]::new))
          .bind("kinds", kinds.toArray(String[]::new))
          .bind("hashes", hashes.toArray(UUID[]::new))
          .execute();
    }
  }
}
