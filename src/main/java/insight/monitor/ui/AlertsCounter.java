package insight.monitor.ui;

import com.vaadin.flow.component.Component;
import insight.monitor.Alert;
import insight.monitor.AlertChanged;
import insight.monitor.AlertRuleChanged;
import insight.monitor.Alerts;
import insight.monitor.Severity;
import insight.shell.Counter;
import insight.shell.Frames;
import insight.shell.NavbarItem;
import insight.shell.part.Icons;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;

/** How many alerts wait for someone, in the top bar. */
@ApplicationScoped
public class AlertsCounter implements NavbarItem {
  @Inject Alerts alerts;
  @Inject Frames frames;

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Component create() {
    Counter counter = new Counter(Icons.BELL, Words.of("monitor.alerts.title"), "alerts");
    refresh(counter);
    return counter;
  }

  @Override
  public void refresh(Component created) {
    if (created instanceof Counter counter) {
      List<Alert> firing =
          alerts.open().stream().filter(a -> a.state() == Alert.State.FIRING).toList();
      counter.count(
          firing.size(), firing.stream().anyMatch(a -> a.rule().severity() == Severity.CRITICAL));
    }
  }

  void onAlert(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertChanged event) {
    frames.refresh();
  }

  void onRule(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertRuleChanged event) {
    frames.refresh();
  }
}
