package insight.privacy;

import insight.runtime.Json;
import insight.runtime.LoginTried;
import insight.runtime.UseCase;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom, when and why: a chain in which each row carries an HMAC over itself and the
 * row before, so that a changed, removed or inserted row is found by {@link #firstBroken}.
 */
@UseCase
public class Audit {
  @Inject Jdbi jdbi;
  @Inject Pseudonyms keys;
  @Inject Clock clock;

  /** What was done. */
  public enum Action {
    LOGIN,
    LOGIN_FAILED,
    REVEAL,
    EXPORT,
    CHANGE,
    ERASE;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One row of the trail. */
  public record Entry(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      @Nullable String purpose,
      String detail) {}

  /** Columns a row's code is computed over, besides the code before. */
  private record Row(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      @Nullable String purpose,
      String detail,
      String previousMac,
      String mac) {
    String signed() {
      return String.join(
          "\u001f",
          String.valueOf(id),
          at.toString(),
          actor,
          action,
          subject,
          String.valueOf(purpose),
          detail,
          previousMac);
    }
  }

  void onLogin(@Observes LoginTried event) {
    record(
        event.name().length() > 60 ? event.name().substring(0, 60) : event.name(),
        event.welcome() ? Action.LOGIN : Action.LOGIN_FAILED,
        "session",
        null,
        Map.of());
  }

  /** Writes one row, in the caller's transaction. */
  public void record(
      String actor,
      Action action,
      String subject,
      @Nullable Purpose purpose,
      Map<String, ?> detail) {
    jdbi.useHandle(
        h -> {
          h.execute("select pg_advisory_xact_lock(7301)");
          String previous =
              h.createQuery("select mac from pv_audit order by id desc limit 1")
                  .mapTo(String.class)
                  .findOne()
                  .orElse("");
          long id = h.createQuery("select nextval('pv_audit_seq')").mapTo(Long.class).one();
          Row row =
              new Row(
                  id,
                  clock.instant().truncatedTo(ChronoUnit.MILLIS),
                  actor,
                  action.word(),
                  subject,
                  purpose == null ? null : purpose.word(),
                  Json.of(detail).toString(),
                  previous,
                  "");
          insert(h, row, keys.mac("audit", row.signed()));
        });
  }

  private static void insert(Handle h, Row row, String mac) {
    h.createUpdate(
            """
            insert into pv_audit (id, at, actor, action, subject, purpose, detail, previous_mac, mac)
            values (:id, :at, :actor, :action, :subject, :purpose, :detail, :previous, :mac)""")
        .bind("id", row.id())
        .bind("at", row.at())
        .bind("actor", row.actor())
        .bind("action", row.action())
        .bind("subject", row.subject())
        .bind("purpose", row.purpose())
        .bind("detail", row.detail())
        .bind("previous", row.previousMac())
        .bind("mac", mac)
        .execute();
  }

  /** The newest rows. */
  public List<Entry> newest(int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select id, at, actor, action, subject, purpose, detail
                    from pv_audit order by id desc limit :limit""")
                .bind("limit", limit)
                .mapTo(Entry.class)
                .list());
  }

  /** Rows about one subject, the newest first. */
  public List<Entry> about(String subject, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select id, at, actor, action, subject, purpose, detail
                    from pv_audit where subject = :subject order by id desc limit :limit""")
                .bind("subject", subject)
                .bind("limit", limit)
                .mapTo(Entry.class)
                .list());
  }

  /** The id of the first row that does not fit the chain; empty when the chain is whole. */
  public Optional<Long> firstBroken() {
    List<Row> rows =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select id, at, actor, action, subject, purpose, detail, previous_mac, mac
                        from pv_audit order by id""")
                    .mapTo(Row.class)
                    .list());
    String previous = "";
    for (Row row : rows) {
      if (!row.previousMac().equals(previous)
          || !row.mac().equals(keys.mac("audit", row.signed()))) {
        return Optional.of(row.id());
      }
      previous = row.mac();
    }
    return Optional.empty();
  }
}
