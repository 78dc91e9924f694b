package insight.collect;

import insight.collect.CustomerEvent.Head;
import insight.collect.CustomerEvent.Subject;
import insight.kernel.CustomerKey;
import insight.privacy.Ledger;
import insight.privacy.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a shop says about who may be the same: a customer who used a device, a customer who had
 * another id before ({@code co_link}). Kept as it came; {@code prepare} decides who is who.
 */
@ApplicationScoped
class Links {
  @Inject Jdbi jdbi;
  @Inject Pseudonyms pseudonyms;
  @Inject Ledger ledger;

  /** Two keys that a message named together. */
  private record Pair(long from, long to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int first = Long.compare(from, other.from);
      return first != 0 ? first : Long.compare(to, other.to);
    }
  }

  /** Why they belong together, and when that was said first and last. */
  private record Said(String how, Instant first, Instant last) {
    Said and(Said other) {
      return new Said(
          how,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Keeps the links of these events, in the caller's transaction. */
  void keep(int sourceId, Collection<CustomerEvent> events) {
    TreeMap<Pair, Said> links = new TreeMap<>(); // in order, so that two writers never deadlock
    for (CustomerEvent event : events) {
      Optional<CustomerKey> customer = customer(sourceId, event.head());
      if (customer.isEmpty() || ledger.holds(customer.get())) {
        continue;
      }
      former(event)
          .forEach(
              id -> {
                CustomerKey from = pseudonyms.customer(sourceId, id);
                if (!from.equals(customer.get()) && !ledger.holds(from)) {
                  String how = event instanceof CustomerEvent.Aliased ? "alias" : "device";
                  links.merge(
                      new Pair(from.value(), customer.get().value()),
                      new Said(how, event.head().at(), event.head().at()),
                      Said::and);
                }
              });
    }
    if (!links.isEmpty()) {
      jdbi.useHandle(h -> write(h, sourceId, links));
    }
  }

  private Optional<CustomerKey> customer(int sourceId, Head head) {
    return head.subject() instanceof Subject.ShopId(String id)
        ? Optional.of(pseudonyms.customer(sourceId, id))
        : Optional.empty();
  }

  /** The ids that stand for the same customer; a former id may be a device's or a customer's. */
  private static List<String> former(CustomerEvent event) {
    return event instanceof CustomerEvent.Aliased aliased
        ? List.of(MessageReader.anonymous(aliased.previousId()), aliased.previousId())
        : event.head().device().map(MessageReader::anonymous).map(List::of).orElseGet(List::of);
  }

  private static void write(Handle h, int sourceId, TreeMap<Pair, Said> links) {
    h.createUpdate(
            """
            insert into co_link as known (source_id, from_key, to_key, how, first_seen, last_seen)
            select :source, from_key, to_key, how, first_seen, last_seen
            from unnest(cast(:froms as bigint[]), cast(:tos as bigint[]), cast(:hows as text[]),
              cast(:firsts as timestamptz[]), cast(:lasts as timestamptz[]))
              as said (from_key, to_key, how, first_seen, last_seen)
            on conflict (from_key, to_key) do update set
              first_seen = least(known.first_seen, excluded.first_seen),
              last_seen = greatest(known.last_seen, excluded.last_seen)
            where excluded.first_seen < known.first_seen
              or excluded.last_seen > known.last_seen + interval '1 hour'""")
        .bind("source", sourceId)
        .bind("froms", links.keySet().stream().map(Pair::from).toArray(Long[]::new))
        .bind("tos", links.keySet().stream().map(Pair::to).toArray(Long[]::new))
        .bind("hows", links.values().stream().map(Said::how).toArray(String[]::new))
        .bind("firsts", links.values().stream().map(s -> utc(s.first())).toArray(String[]::new))
        .bind("lasts", links.values().stream().map(s -> utc(s.last())).toArray(String[]::new))
        .execute();
  }

  private static String utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toString();
  }
}
