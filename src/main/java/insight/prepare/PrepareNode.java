package insight.prepare;

import insight.runtime.LoopNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Preparing, in the operating loop. */
@ApplicationScoped
public class PrepareNode implements LoopNode {
  @Inject Snapshots snapshots;

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String title() {
    return "prepare.node.title";
  }

  @Override
  public Status now() {
    List<Snapshot.Header> newest = snapshots.newest(1);
    if (newest.isEmpty()) {
      return Status.of(State.EMPTY, "snapshots", "prepare.node.empty");
    }
    Snapshot.Header snapshot = newest.getFirst();
    return Status.of(State.FINE, "snapshots", "prepare.node.fine", snapshot.rows())
        .last(java.util.Optional.of(snapshot.createdAt()));
  }
}
