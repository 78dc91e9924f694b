package insight.prepare;

import insight.privacy.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** One freezing under way: its period, and the statements over it. */
record Cut(Handle h, long id, Optional<Instant> from, Instant cutoff, Grant grant) {
  /** What was frozen. */
  record Frozen(long rows, String hash, Optional<String> currency, long leftOut) {}

  Frozen interactions() {
    Optional<String> currency =
        bound(h.createQuery(sql(SnapshotSql.MAIN_CURRENCY))).mapTo(String.class).findOne();
    long rows = bound(h.createUpdate(sql(SnapshotSql.INTERACTIONS))).bind("id", id).execute();
    return new Frozen(rows, hash(), currency, 0);
  }

  private String sql(String statement) {
    return SnapshotSql.lines(grant, from.isPresent()) + statement;
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    from.ifPresent(start -> statement.bind("from", start));
    return statement.bind("cutoff", cutoff);
  }

  /** SHA-256 over the ordered rows, each ended by a line feed; streamed. */
  private String hash() {
    MessageDigest digest = sha256();
    Query query = h.createQuery(SnapshotSql.ORDERED).bind("id", id).setFetchSize(Snapshots.FETCH);
    try (Stream<String> rows = query.mapTo(String.class).stream()) {
      rows.forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
