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

/** One freezing under way: its period and the statements over it. */
record Cut(Handle h, long id, Optional<Instant> from, Instant cutoff, Grant grant) {
  Optional<String> mainCurrency() {
    return bound(h.createQuery(sql(SnapshotSql.MAIN_CURRENCY))).mapTo(String.class).findOne();
  }

  long leftOut(String currency) {
    return bound(h.createQuery(sql(SnapshotSql.LEFT_OUT)))
        .bind("currency", currency)
        .mapTo(Long.class)
        .one();
  }

  long customerFeatures(String currency) {
    return bound(h.createUpdate(sql(SnapshotSql.CUSTOMER_FEATURES)))
        .bind("id", id)
        .bind("currency", currency)
        .execute();
  }

  long interactions() {
    return bound(h.createUpdate(sql(SnapshotSql.INTERACTIONS))).bind("id", id).execute();
  }

  private String sql(String statement) {
    return SnapshotSql.lines(grant, from.isPresent()) + statement;
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    from.ifPresent(start -> statement.bind("from", start));
    return statement.bind("cutoff", cutoff);
  }

  /** SHA-256 over the ordered rows, each ended by a line feed; streamed. */
  String hash(Snapshot.Kind kind) {
    MessageDigest digest = sha256();
    Query query =
        h.createQuery(SnapshotSql.ordered(kind)).bind("id", id).setFetchSize(Snapshots.FETCH);
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
