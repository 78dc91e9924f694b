package insight.recommend.ui;

import insight.recommend.Qualities;
import insight.runtime.LoopNode;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How recommending is, for the rail and for the operating loop. */
@ApplicationScoped
class RecommendState implements StageState, LoopNode {
  @Inject Qualities qualities;

  @Override
  public Stage stage() {
    return Stage.ACT;
  }

  @Override
  public Sign sign() {
    return qualities.live().isPresent() ? Sign.ALL_FINE : Sign.NO_DATA;
  }

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
                Status.of(State.FINE, "recommendations", "recommend.node.live", q.label())
                    .last(q.model().liveFrom()))
        .orElseGet(
            () ->
                Status.of(State.EMPTY, "recommendations", "recommend.node.none")
                    .next("recommend.node.next"));
  }
}
