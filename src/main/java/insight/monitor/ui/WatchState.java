package insight.monitor.ui;

import insight.monitor.Alert;
import insight.monitor.AlertRules;
import insight.monitor.Alerts;
import insight.monitor.Severity;
import insight.runtime.LoopNode;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the stage Watch is, for the rail and for the operating loop. */
@ApplicationScoped
public class WatchState implements StageState, LoopNode {
  @Inject Alerts alerts;
  @Inject AlertRules rules;

  @Override
  public Stage stage() {
    return Stage.WATCH;
  }

  @Override
  public Sign sign() {
    return sign(firing(), !rules.all().isEmpty());
  }

  /** Critical before attention; without a rule nobody watches, so nothing is known. */
  static Sign sign(List<Alert> firing, boolean watched) {
    int critical =
        (int) firing.stream().filter(a -> a.rule().severity() == Severity.CRITICAL).count();
    if (critical > 0) {
      return new Sign(Sign.State.CRITICAL, critical);
    }
    if (!firing.isEmpty()) {
      return new Sign(Sign.State.ATTENTION, firing.size());
    }
    return watched ? Sign.ALL_FINE : Sign.NO_DATA;
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public String title() {
    return "monitor.loop.title";
  }

  @Override
  public Status now() {
    List<Alert> firing = firing();
    int watching = rules.all().size();
    Optional<Instant> last =
        alerts.list(java.util.EnumSet.allOf(Alert.State.class), Long.MAX_VALUE, 1).stream()
            .findFirst()
            .map(Alert::changedAt);
    return switch (sign(firing, watching > 0).state()) {
      case CRITICAL ->
          Status.of(State.CRITICAL, "alerts", "monitor.loop.firing", firing.size()).last(last);
      case ATTENTION ->
          Status.of(State.ATTENTION, "alerts", "monitor.loop.firing", firing.size()).last(last);
      case FINE, RUNNING ->
          Status.of(State.FINE, "alerts", "monitor.loop.calm", watching).last(last);
      case NONE -> Status.of(State.EMPTY, "alerts", "monitor.loop.none").next("monitor.loop.next");
    };
  }

  private List<Alert> firing() {
    return alerts.open().stream().filter(a -> a.state() == Alert.State.FIRING).toList();
  }
}
