package insight.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes events: identities into {@code co_seen} first, and only what was new there into {@code
 * co_event}, by COPY. All in the caller's transaction, so an event is stored once or not at all.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EventStore {
  @Inject Jdbi jdbi;
  @Inject Screening screening;
  @Inject EventTables tables;
  @Inject Seen seen;
  @Inject NamedThings named;
  @Inject Cancellations cancellations;
  @Inject Event<EventsCollected> collected;

  /**
   * What became of a batch.
   *
   * @param fresh the rows that were stored, as they were stored
   */
  record Stored(Inbox.Receipt receipt, List<EventRow> fresh) {
    /** Together with what became of the facts beside them. */
    Stored and(Inbox.Receipt facts) {
      return new Stored(
          new Inbox.Receipt(
              receipt.accepted() + facts.accepted(),
              receipt.masked() + facts.masked(),
              receipt.dropped() + facts.dropped(),
              receipt.duplicates() + facts.duplicates()),
          fresh);
    }
  }

  /** Stores what is new, and counts events (an event may have several rows). */
  Inbox.Receipt append(int sourceId, @Nullable Long importId, EventBatch batch) {
    return store(sourceId, importId, batch).receipt();
  }

  Stored store(int sourceId, @Nullable Long importId, EventBatch batch) {
    Screening.Screened screened = screening.of(batch.rows());
    List<Seen.Identity> offered = Seen.of(screened.rows());
    Written written =
        jdbi.withHandle(h -> write(h, sourceId, importId, batch, screened.rows(), offered));
    long accepted = written.identities().count();
    long masked = screened.masked().stream().filter(written.identities()::contains).count();
    if (accepted > 0) {
      collected.fire(new EventsCollected(sourceId, accepted, newest(written.rows())));
    }
    long duplicates = offered.size() - accepted + batch.repeats();
    return new Stored(
        new Inbox.Receipt(accepted, masked, screened.dropped(), duplicates), written.rows());
  }

  /** What was new: the events' identities, and their rows. */
  private record Written(Seen.Fresh identities, List<EventRow> rows) {}

  private Written write(
      Handle h,
      int sourceId,
      @Nullable Long importId,
      EventBatch batch,
      List<EventRow> rows,
      List<Seen.Identity> offered) {
    h.execute("select pg_advisory_xact_lock_shared(?, ?)", Reversal.LOCK, sourceId);
    ensureMonths(h, rows);
    cancellations.lock(h, sourceId, rows);
    Seen.Fresh identities = seen.see(h, sourceId, importId, offered);
    List<EventRow> fresh =
        switch (identities) {
          case Seen.Fresh.All all -> rows;
          case Seen.Fresh.Some(Set<UUID> ids) ->
              rows.stream().filter(r -> ids.contains(r.idHash())).toList();
        };
    if (!fresh.isEmpty()) {
      fresh = cancellations.applyEarlier(h, sourceId, fresh);
      tables.copy(h, sourceId, importId, fresh);
      named.customers(h, sourceId, importId, batch.customers(), fresh);
      cancellations.applyToStored(h, sourceId, fresh);
    }
    named.products(h, sourceId, importId, batch.products(), fresh);
    return new Written(identities, fresh);
  }

  /**
   * Makes the partitions of the rows' months, first of all locks that this transaction takes. It is
   * asked every time, not remembered, since a transaction that made one may have been rolled back.
   */
  private static void ensureMonths(Handle h, List<EventRow> rows) {
    Set<LocalDate> months = new TreeSet<>();
    long lastDay = Long.MIN_VALUE;
    for (EventRow row : rows) {
      long day = Math.floorDiv(row.occurredAt().getEpochSecond(), 86_400L);
      if (day != lastDay) {
        lastDay = day;
        months.add(LocalDate.ofEpochDay(day).withDayOfMonth(1));
      }
    }
    h.createQuery("select co_ensure_month(cast(month as date)) from unnest(:months) as m (month)")
        .bind("months", months.stream().map(LocalDate::toString).toArray(String[]::new))
        .mapTo(String.class)
        .list();
  }

  private static Instant newest(List<EventRow> rows) {
    return rows.stream().map(EventRow::occurredAt).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** UTC day of an instant. */
  static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
