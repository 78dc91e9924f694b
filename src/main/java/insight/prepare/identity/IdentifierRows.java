package insight.prepare.identity;

import insight.kernel.CustomerKey;
import insight.privacy.Pseudonyms;
import insight.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
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
  private static final int WRITTEN_AT_ONCE = 10_000;

  @Inject KnownProfiles profiles;
  @Inject Pseudonyms pseudonyms;
  @Inject Vault vault;

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
    // somebody was renamed to or from this key before the key itself was seen
    h.createUpdate(
            """
            insert into pr_identifier (customer_key, kind, value_hash)
            select c.key, 'alias', pr_alias(c.key)
            from unnest(cast(:keys as bigint[])) as c (key)
            where exists (select 1 from pr_identifier i
              where i.kind = 'alias' and i.value_hash = pr_alias(c.key))
            on conflict do nothing""")
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

  private record Renamed(long customerKey, int sourceId, byte[] textCipher) {}

  private record Visit(long customerKey, int sourceId, String session) {}

  /** Reads the events that came since the last time for aliases and devices; how many told one. */
  int readEvents(Handle h) {
    Instant since =
        h.createQuery("select received from pr_identity_read")
            .mapTo(Instant.class)
            .findOne()
            .orElse(Instant.EPOCH);
    Optional<Instant> newest =
        h.createQuery("select max(received_at) from co_event where received_at >= :since")
            .bind("since", since)
            .mapTo(Instant.class)
            .findOne();
    if (newest.isEmpty()) {
      return 0;
    }
    int told = aliases(h, since) + devices(h, since);
    h.createUpdate(
            """
            insert into pr_identity_read (received) values (:newest)
            on conflict (one) do update set received = excluded.received""")
        .bind("newest", newest.get())
        .execute();
    return told;
  }

  private int aliases(Handle h, Instant since) {
    Written written = new Written();
    h.createQuery(
            """
            select customer_key, source_id, text_cipher from co_event
            where received_at >= :since - interval '2 minutes' and kind = 17
              and customer_key is not null and text_cipher is not null""")
        .bind("since", since)
        .mapTo(Renamed.class)
        .forEach(
            row -> {
              String former = vault.decrypt("co_event.text_cipher", row.textCipher());
              for (String id : List.of(former, "anonymous:" + former)) {
                written.add(row.customerKey(), "alias", alias(row.sourceId(), id));
              }
            });
    int added = written.insert(h);
    h.createUpdate(
            """
            insert into pr_identifier (customer_key, kind, value_hash)
            select c.customer_key, 'alias', i.value_hash
            from pr_identifier i join co_customer c on c.customer_key = pr_alias_key(i.value_hash)
            where i.kind = 'alias' on conflict do nothing""")
        .execute();
    return added;
  }

  /** The customer whom this source called so, as a value of its own. */
  private UUID alias(int source, String id) {
    CustomerKey former = pseudonyms.customer(source, id);
    return new UUID(0, former.value());
  }

  private int devices(Handle h, Instant since) {
    Written written = new Written();
    h.createQuery(
            """
            select distinct e.customer_key, e.source_id, e.session
            from co_event e join co_source s on s.id = e.source_id and s.kind = 'tracking'
            where e.received_at >= :since - interval '2 minutes'
              and e.customer_key is not null and e.session is not null""")
        .bind("since", since)
        .setFetchSize(WRITTEN_AT_ONCE)
        .mapTo(Visit.class)
        .forEach(
            row -> {
              String visit = row.sourceId() + "\u001f" + row.session();
              written.add(row.customerKey(), "device", hash(new Fingerprint("device", visit)));
              written.flush(h);
            });
    return written.insert(h);
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

    void flush(Handle h) {
      if (keys.size() >= WRITTEN_AT_ONCE) {
        insert(h);
      }
    }

    /** Writes what was not there; whom it touches is matched again. */
    int insert(Handle h) {
      int fresh =
          h.createUpdate(
                  """
              with fresh as (
                insert into pr_identifier (customer_key, kind, value_hash)
                select key, kind, hash
                from unnest(cast(:keys as bigint[]), cast(:kinds as text[]),
                  cast(:hashes as uuid[])) as i (key, kind, hash)
                on conflict do nothing returning customer_key)
              update pr_identity i set matched = false from fresh f
              where f.customer_key = i.customer_key and i.matched""")
              .bind("keys", keys.toArray(Long[]::new))
              .bind("kinds", kinds.toArray(String[]::new))
              .bind("hashes", hashes.toArray(UUID[]::new))
              .execute();
      keys.clear();
      kinds.clear();
      hashes.clear();
      return fresh;
    }
  }
}
