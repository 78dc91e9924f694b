package insight.collect;

import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of {@code co_draft}. */
@ApplicationScoped
class DraftRows {
  @Inject Jdbi jdbi;

  record Row(
      String id,
      String owner,
      String settings,
      @Nullable String fileName,
      @Nullable String filePath,
      @Nullable String sha256,
      long bytes,
      Instant changedAt) {

    Draft record() {
      return new Draft(
          UUID.fromString(id),
          owner,
          Json.parse(settings),
          Optional.ofNullable(fileName),
          Optional.ofNullable(sha256),
          bytes,
          changedAt);
    }
  }

  private static final String SELECT =
      """
      select id::text as id, owner, settings::text as settings, file_name, file_path, sha256,
        coalesce(bytes, 0) as bytes, changed_at
      from co_draft
      """;

  void insert(UUID id, String owner, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into co_draft (id, owner, created_at, changed_at)
                    values (:id, :owner, :now, :now)""")
                .bind("id", id)
                .bind("owner", owner)
                .bind("now", now)
                .execute());
  }

  Optional<Row> find(UUID id) {
    return jdbi.withHandle(
        h -> h.createQuery(SELECT + "where id = :id").bind("id", id).mapTo(Row.class).findOne());
  }

  /** Drafts nobody went on with since. */
  List<Row> left(Instant since) {
    return jdbi.withHandle(
        h ->
            h.createQuery(SELECT + "where changed_at < :since")
                .bind("since", since)
                .mapTo(Row.class)
                .list());
  }

  void settings(UUID id, JsonObject settings, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update co_draft set settings = cast(:settings as jsonb), changed_at = :now
                    where id = :id""")
                .bind("id", id)
                .bind("settings", settings.toString())
                .bind("now", now)
                .execute());
  }

  void file(UUID id, String name, String path, Received file, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update co_draft set file_name = :name, file_path = :path, sha256 = :sha,
                      bytes = :bytes, changed_at = :now
                    where id = :id""")
                .bind("id", id)
                .bind("name", name)
                .bind("path", path)
                .bind("sha", file.sha256())
                .bind("bytes", file.bytes())
                .bind("now", now)
                .execute());
  }

  void delete(UUID id) {
    jdbi.useHandle(
        h -> h.createUpdate("delete from co_draft where id = :id").bind("id", id).execute());
  }

  /** Forgets who waits for an upload when nobody does: no draft, and no import that goes on. */
  boolean unread(String path) {
    return jdbi.withHandle(
        h -> {
          boolean wanted =
              h.createQuery(
                      """
                      select exists (select from co_draft where file_path = :path)
                        or exists (select from co_import i join rt_job j on j.id = i.job_id
                          where i.file_path = :path and j.state in ('queued', 'running'))""")
                  .bind("path", path)
                  .mapTo(Boolean.class)
                  .one();
          if (!wanted) {
            h.createUpdate("update co_import set file_path = null where file_path = :path")
                .bind("path", path)
                .execute();
          }
          return !wanted;
        });
  }
}
