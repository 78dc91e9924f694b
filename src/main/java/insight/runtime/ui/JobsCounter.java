package insight.runtime.ui;

import com.vaadin.flow.component.Component;
import insight.runtime.JobChanged;
import insight.runtime.Jobs;
import insight.shell.Counter;
import insight.shell.Frames;
import insight.shell.NavbarItem;
import insight.shell.part.Icons;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** The number of jobs that wait or run, in the top bar. */
@ApplicationScoped
public class JobsCounter implements NavbarItem {
  @Inject Jobs jobs;
  @Inject Frames frames;

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Component create() {
    Counter counter = new Counter(Icons.RUNNING, Words.of("runtime.jobs.title"), "jobs");
    refresh(counter);
    return counter;
  }

  @Override
  public void refresh(Component created) {
    if (created instanceof Counter counter) {
      counter.count((int) jobs.open(), false);
    }
  }

  /** Queued jobs; their end is told by the runner. */
  void onJob(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged event) {
    frames.refresh();
  }
}
