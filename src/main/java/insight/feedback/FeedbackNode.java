package insight.feedback;

import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.LoopNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Listening, in the operating loop. */
@ApplicationScoped
public class FeedbackNode implements LoopNode {
  @Inject Feedback feedback;
  @Inject Grants grants;

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String title() {
    return "feedback.node.title";
  }

  @Override
  public Status now() {
    Feedback.Counts counts =
        feedback.counts(grants.of(Caller.PORTAL, Purpose.ANALYSIS), Feedback.Filter.ALL);
    return counts.all() == 0
        ? Status.of(State.EMPTY, "feedback", "feedback.node.empty")
        : Status.of(State.FINE, "feedback", "feedback.node.fine", counts.all(), counts.down());
  }
}
