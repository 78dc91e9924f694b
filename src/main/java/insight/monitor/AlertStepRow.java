package insight.monitor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of an alert's life, as kept. */
@Entity
@Table(name = "mo_alert_history")
class AlertStepRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mo_step_seq")
  @SequenceGenerator(name = "mo_step_seq", sequenceName = "mo_seq", allocationSize = 50)
  Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "alert_id")
  AlertRow alert;

  Instant at;
  String actor;
  String state;
  @Nullable String note;

  /** The alert's present state, and who brought it there. */
  static AlertStepRow of(AlertRow alert, String actor, @Nullable String note) {
    AlertStepRow step = new AlertStepRow();
    step.alert = alert;
    step.at = alert.changedAt;
    step.actor = actor;
    step.state = alert.state;
    step.note = note;
    return step;
  }

  Alert.Step record() {
    return new Alert.Step(
        at, actor, Alert.State.valueOf(state.toUpperCase(Locale.ROOT)), Optional.ofNullable(note));
  }
}
