package insight.recommend;

import insight.runtime.LoopNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Recommending, in the operating loop. */
@ApplicationScoped
public class RecommendNode implements LoopNode {
  private static final String PATH = "recommendations";

  @Inject Qualities qualities;

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String title() {
    return "recommend.node.title";
  }

  @Override
  public Status now() {
    return qualities
        .live()
        .map(
            q ->
                Status.of(State.FINE, PATH, "recommend.node.live", q.label())
                    .last(q.model().liveFrom()))
        .orElseGet(
            () -> Status.of(State.EMPTY, PATH, "recommend.node.none").next("recommend.node.next"));
  }
}
