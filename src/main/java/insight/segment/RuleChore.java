package insight.segment;

import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.runtime.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Applies the rules of all groups to each new snapshot of customers. */
@ApplicationScoped
class RuleChore implements Chore {
  @Inject RuleSegments segments;
  @Inject Snapshots snapshots;

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    if (snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES).isPresent()) {
      segments.countNews();
    }
  }
}
