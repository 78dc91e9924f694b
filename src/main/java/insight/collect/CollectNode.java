package insight.collect;

import insight.runtime.LoopNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Collecting, in the operating loop. */
@ApplicationScoped
public class CollectNode implements LoopNode {
  @Inject Coverages coverages;
  @Inject Sources sources;

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String title() {
    return "collect.node.title";
  }

  @Override
  public Status now() {
    Coverage coverage = coverages.now();
    if (coverage.newest().isEmpty()) {
      return Status.of(State.EMPTY, "sources", "collect.node.empty").next("collect.node.next");
    }
    int shops = (int) sources.list().stream().filter(s -> s.kind() != SourceKind.PORTAL).count();
    return Status.of(State.FINE, "sources", "collect.node.fine", shops).last(coverage.newest());
  }
}
