package insight.monitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert as kept; at most one of a rule is not resolved. */
@Entity
@Table(name = "mo_alert")
class AlertRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mo_alert_seq")
  @SequenceGenerator(name = "mo_alert_seq", sequenceName = "mo_seq", allocationSize = 50)
  Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "rule_id")
  AlertRuleRow rule;

  String state;

  @Column(name = "value")
  @Nullable Double value;

  String expected;

  @Column(name = "raised_at")
  Instant raisedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "acknowledged_by")
  @Nullable String acknowledgedBy;

  @Column(name = "resolved_at")
  @Nullable Instant resolvedAt;

  @Version int version;

  /**
   * Begins an alert. Like all changes it happens in here: EclipseLink weaves change tracking into
   * the entity alone and does not see fields set from outside.
   */
  static AlertRow fired(AlertRuleRow rule, double value, Instant now) {
    AlertRow alert = new AlertRow();
    alert.rule = rule;
    alert.value = value;
    alert.expected = rule.condition;
    alert.raisedAt = now;
    alert.move(Alert.State.FIRING, now);
    return alert;
  }

  void measured(double fresh) {
    value = fresh;
  }

  void acknowledged(String by, Instant now) {
    acknowledgedBy = by;
    move(Alert.State.ACKNOWLEDGED, now);
  }

  void resolved(Instant now) {
    resolvedAt = now;
    move(Alert.State.RESOLVED, now);
  }

  private void move(Alert.State to, Instant now) {
    state = to.word();
    changedAt = now;
  }

  Alert.State state() {
    return Alert.State.valueOf(state.toUpperCase(Locale.ROOT));
  }

  Alert record() {
    return new Alert(
        id,
        rule.record(),
        state(),
        value == null ? Double.NaN : value,
        raisedAt,
        changedAt,
        Optional.ofNullable(acknowledgedBy),
        Optional.ofNullable(resolvedAt));
  }
}
