package insight.monitor;

import insight.runtime.Json;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule as kept. */
@Entity
@Table(name = "mo_alert_rule")
class AlertRuleRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mo_rule_seq")
  @SequenceGenerator(name = "mo_rule_seq", sequenceName = "mo_seq", allocationSize = 50)
  Long id;

  String name;
  String metric;
  String condition;

  @Column(name = "window_duration")
  String window;

  @Column(name = "for_duration")
  String holds;

  String severity;
  String channels;
  String owner;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "breached_since")
  @Nullable Instant breachedSince;

  @Version int version;

  static AlertRuleRow of(AlertRule.Draft draft, String owner, Instant now) {
    AlertRuleRow row = new AlertRuleRow();
    row.name = draft.name();
    row.metric = draft.metric().id();
    row.condition = draft.condition().json().toString();
    row.window = draft.window().toString();
    row.holds = draft.holds().toString();
    row.severity = draft.severity().word();
    row.channels = Json.value(draft.channels()).toString();
    row.owner = owner;
    row.createdAt = now;
    return row;
  }

  /** Since when the condition has held; set in here, where EclipseLink sees it. */
  void breachedSince(@Nullable Instant since) {
    breachedSince = since;
  }

  AlertRule record() {
    return new AlertRule(
        id,
        name,
        Metric.of(metric),
        Condition.of(Json.parse(condition)),
        Duration.parse(window),
        Duration.parse(holds),
        Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
        Json.parseArray(channels).getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList(),
        owner,
        createdAt);
  }
}
