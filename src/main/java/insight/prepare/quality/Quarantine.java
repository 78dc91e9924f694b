package insight.prepare.quality;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Lines that imports kept apart. */
@ApplicationScoped
public class Quarantine {
  private static final int IMPORTS = 20;
  private static final int MOST = 30;

  @Inject Jdbi jdbi;

  /**
   * Lines kept apart for one reason in one column.
   *
   * @param newestImport the newest import that has such lines
   */
  public record Group(Refused.Reason reason, long lines, long imports, long newestImport) {}

  private record Row(
      String columnName,
      String reasonKey,
      String arguments,
      long lines,
      long imports,
      long newest) {
    Group group() {
      List<Object> words =
          Json.parseArray(arguments).stream()
              .map(v -> (Object) (v instanceof JsonString s ? s.getString() : v.toString()))
              .toList();
      return new Group(new Refused.Reason(columnName, reasonKey, words), lines, imports, newest);
    }
  }

  /** Of the newest twenty imports that were not undone. */
  List<Group> of(int sourceId) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select r.column_name, r.reason_key, min(r.reason_arguments::text) as arguments,
                      count(*) as lines, count(distinct r.import_id) as imports,
                      max(r.import_id) as newest
                    from co_reject r where r.import_id in (
                      select job_id from co_import
                      where source_id = :source and reversed_at is null
                      order by job_id desc limit :imports)
                    group by 1, 2 order by lines desc limit :most""")
                .bind("source", sourceId)
                .bind("imports", IMPORTS)
                .bind("most", MOST)
                .mapTo(Row.class)
                .stream()
                .map(Row::group)
                .toList());
  }
}
