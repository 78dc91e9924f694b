package insight.predict;

import insight.runtime.LoopNode;
import insight.train.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Predicting, in the operating loop. */
@ApplicationScoped
public class PredictNode implements LoopNode {
  private static final String PATH = "predictions";

  @Inject Models models;
  @Inject ChurnScores scores;

  @Override
  public int order() {
    return 65;
  }

  @Override
  public String title() {
    return "predict.node.title";
  }

  @Override
  public Status now() {
    return models
        .live(PredictChurn.NAME)
        .map(
            model ->
                Status.of(
                        State.FINE,
                        PATH,
                        "predict.node.live",
                        model.number(),
                        scores.newest().map(Scoring::people).orElse(0L))
                    .last(model.liveFrom()))
        .orElseGet(
            () -> Status.of(State.EMPTY, PATH, "predict.node.none").next("predict.node.next"));
  }
}
