package insight.collect;

import insight.privacy.Vault;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of {@code co_reject}: what of a line was not understood, and why. */
@ApplicationScoped
class RejectRows {
  /** Rejected lines of an import that are kept in full; all are counted. */
  static final int MOST = 10_000;

  @Inject Jdbi jdbi;
  @Inject Vault vault;

  /** A rejected line as it is kept. */
  record Row(
      long line,
      String columnName,
      byte @Nullable [] valueCipher,
      String reasonKey,
      String reasonArguments) {}

  void keep(Handle h, long id, List<Reject> rejects, long room) {
    List<Reject> kept = rejects.stream().limit(Math.max(0, room)).toList();
    if (kept.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into co_reject
              (import_id, line, column_name, value_cipher, reason_key, reason_arguments)
            values (:id, :line, :column, :value, :key, cast(:arguments as jsonb))""");
    for (Reject reject : kept) {
      String marked = (reject.personal() ? "p" : "-") + reject.value().replace("\0", "␀");
      batch
          .bind("id", id)
          .bind("line", reject.line())
          .bind("column", reject.column().replace("\0", "␀"))
          .bind("value", vault.encrypt("co_reject.value_cipher", marked))
          .bind("key", reject.key())
          .bind("arguments", Json.value(reject.arguments()).toString().replace("\\u0000", "␀"))
          .add();
    }
    batch.execute();
  }

  List<Row> of(long id, long afterLine, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select line, column_name, value_cipher, reason_key,
                      reason_arguments::text as reason_arguments
                    from co_reject where import_id = :id and line > :after
                    order by line, column_name limit :limit""")
                .bind("id", id)
                .bind("after", afterLine)
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
  }
}
