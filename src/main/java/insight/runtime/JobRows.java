package insight.runtime;

import insight.kernel.Refused;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of {@code rt_job} as {@link Job}. */
final class JobRows implements RowMapper<Job> {
  static final JobRows INSTANCE = new JobRows();

  @Override
  public Job map(ResultSet row, StatementContext context) throws SQLException {
    long total = row.getLong("total");
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(total);
    return new Job(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("title"),
        Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Json.parse(row.getString("parameters")),
        Json.parse(row.getString("counts")),
        Optional.ofNullable(row.getString("stage")),
        row.getLong("done"),
        known,
        Optional.ofNullable(row.getString("reason")).map(JobRows::reason),
        row.getString("requested_by"),
        row.getBoolean("cancel_requested"),
        java.util.Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  /** A reason as it is kept: {"pointer","key","arguments":[…]}. */
  static String text(Refused.Reason reason) {
    return Json.object()
        .add("pointer", reason.pointer())
        .add("key", reason.key())
        .add("arguments", Json.value(reason.arguments()))
        .build()
        .toString();
  }

  private static Refused.Reason reason(String text) {
    JsonObject json = Json.parse(text);
    List<Object> arguments =
        json.getJsonArray("arguments").stream()
            .map(v -> (Object) (v instanceof JsonString s ? s.getString() : v.toString()))
            .toList();
    return new Refused.Reason(json.getString("pointer"), json.getString("key"), arguments);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
