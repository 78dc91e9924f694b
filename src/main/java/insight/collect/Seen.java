package insight.collect;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/**
 * The identities of all that was stored ({@code co_seen}), each with the delivery that brought it,
 * and who else delivered it ({@code co_also}).
 */
@ApplicationScoped
class Seen {
  /** From so many identities on it pays to try whether all of them are new. */
  private static final int BULK = 1_000;

  private static final int SAMPLE = 100;

  private static final String COPY =
      "copy co_seen (source_id, id_hash, import_id, line) from stdin (format binary)";

  /** As PostgreSQL orders them, so that writers never deadlock and the index is walked once. */
  private static final Comparator<Identity> ORDER =
      Comparator.<Identity>comparingLong(i -> i.id().getMostSignificantBits() ^ Long.MIN_VALUE)
          .thenComparingLong(i -> i.id().getLeastSignificantBits() ^ Long.MIN_VALUE);

  /** An event's identity, and the line of the import that brought it; 0 for none. */
  record Identity(UUID id, long line) {}

  /** Which identities of a delivery were new. */
  sealed interface Fresh {
    boolean contains(UUID id);

    long count();

    record All(long count) implements Fresh {
      @Override
      public boolean contains(UUID id) {
        return true;
      }
    }

    record Some(Set<UUID> ids) implements Fresh {
      @Override
      public boolean contains(UUID id) {
        return ids.contains(id);
      }

      @Override
      public long count() {
        return ids.size();
      }
    }
  }

  /** The identities of rows, of which those of one event stand together. */
  static List<Identity> of(List<EventRow> rows) {
    List<Identity> identities = new ArrayList<>(rows.size());
    UUID last = null;
    for (EventRow row : rows) {
      if (!row.idHash().equals(last)) {
        last = row.idHash();
        identities.add(new Identity(last, row.line()));
      }
    }
    return identities;
  }

  /** Writes down what was not there, and tells which that was. */
  Fresh see(Handle h, int sourceId, @Nullable Long importId, List<Identity> offered) {
    if (offered.isEmpty()) {
      return new Fresh.All(0);
    }
    List<Identity> sorted = new ArrayList<>(offered);
    sorted.sort(ORDER);
    if (sorted.size() >= BULK
        && sampleIsNew(h, sourceId, sorted)
        && copyAll(h, sourceId, importId, sorted)) {
      return new Fresh.All(sorted.size());
    }
    Set<UUID> fresh = insertNew(h, sourceId, importId, sorted);
    if (fresh.size() < sorted.size()) {
      claim(h, sourceId, importId, sorted);
    }
    return new Fresh.Some(fresh);
  }

  private static boolean sampleIsNew(Handle h, int sourceId, List<Identity> sorted) {
    UUID[] sample = new UUID[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = sorted.get((int) ((long) i * sorted.size() / SAMPLE)).id();
    }
    return h.createQuery(
            """
            select not exists (select from co_seen
              where source_id = :source and id_hash = any(cast(:ids as uuid[])))""")
        .bind("source", sourceId)
        .bind("ids", sample)
        .mapTo(Boolean.class)
        .one();
  }

  /** The quick way for what is all new; false, and nothing written, when something was not. */
  private static boolean copyAll(
      Handle h, int sourceId, @Nullable Long importId, List<Identity> sorted) {
    h.execute("savepoint seen");
    try (CopyBinary copy = new CopyBinary(h, COPY)) {
      for (Identity identity : sorted) {
        copy.row(4)
            .int4(sourceId)
            .uuid(identity.id())
            .int4(importId == null ? null : Math.toIntExact(importId))
            .int4(identity.line() == 0 ? null : Math.toIntExact(identity.line()));
      }
      copy.end();
    } catch (SQLException e) {
      if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
        throw new IllegalStateException("COPY into co_seen failed", e);
      }
      h.execute("rollback to savepoint seen");
      return false;
    }
    h.execute("release savepoint seen");
    return true;
  }

  private static Set<UUID> insertNew(
      Handle h, int sourceId, @Nullable Long importId, List<Identity> sorted) {
    return h.createQuery(
            """
            insert into co_seen (source_id, id_hash, import_id, line)
            select :source, id, cast(:import as int), nullif(line, 0)
            from unnest(cast(:ids as uuid[]), cast(:lines as int[])) as offered (id, line)
            order by id
            on conflict do nothing returning id_hash""")
        .bind("source", sourceId)
        .bind("import", importId)
        .bind("ids", ids(sorted))
        .bind("lines", lines(sorted))
        .mapTo(UUID.class)
        .collectInto(new GenericType<HashSet<UUID>>() {});
  }

  /** What another import had brought: when that one is undone, the event stays. */
  private static void claim(
      Handle h, int sourceId, @Nullable Long importId, List<Identity> sorted) {
    h.createUpdate(
            """
            insert into co_also (source_id, id_hash, import_id, line)
            select :source, offered.id, :import, offered.line
            from unnest(cast(:ids as uuid[]), cast(:lines as int[])) as offered (id, line)
            join co_seen s on s.source_id = :source and s.id_hash = offered.id
            where s.import_id <> :import
            order by offered.id
            on conflict do nothing""")
        .bind("source", sourceId)
        .bind("import", importId == null ? 0 : Math.toIntExact(importId))
        .bind("ids", ids(sorted))
        .bind("lines", lines(sorted))
        .execute();
  }

  private static UUID[] ids(List<Identity> identities) {
    return identities.stream().map(Identity::id).toArray(UUID[]::new);
  }

  private static Integer[] lines(List<Identity> identities) {
    return identities.stream().map(i -> Math.toIntExact(i.line())).toArray(Integer[]::new);
  }
}
