package insight.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a change changed, for the audit trail: field to old and new value, never a secret. */
final class SourceDifference {
  private SourceDifference() {}

  static Map<String, String> between(SourceDetails before, SourceDetails after, boolean password) {
    Map<String, String> changed = new LinkedHashMap<>();
    note(changed, "name", before.source().name(), after.source().name());
    note(changed, "owner", before.source().owner(), after.source().owner());
    note(
        changed,
        "country",
        before.source().country().orElse(""),
        after.source().country().orElse(""));
    note(changed, "licence", before.licence().orElse(""), after.licence().orElse(""));
    note(
        changed,
        "basis",
        before.basis().map(Basis::word).orElse(""),
        after.basis().map(Basis::word).orElse(""));
    note(
        changed,
        "retentionDays",
        before.retentionDays().map(String::valueOf).orElse(""),
        after.retentionDays().map(String::valueOf).orElse(""));
    note(
        changed,
        "schedule",
        before.schedule().map(Schedule::cron).orElse(""),
        after.schedule().map(Schedule::cron).orElse(""));
    note(changed, "settings", before.settings().toString(), after.settings().toString());
    if (password) {
      changed.put("password", "new");
    }
    return changed;
  }

  private static void note(Map<String, String> changed, String field, String old, String now) {
    if (!Objects.equals(old, now)) {
      changed.put(field, old + " → " + now);
    }
  }
}
