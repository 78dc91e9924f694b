package insight.feedback.ui;

import insight.feedback.Feedback;
import insight.kernel.Numbers;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.LoopNode;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How listening is, for the rail and for the operating loop. */
@ApplicationScoped
class FeedbackState implements StageState, LoopNode {
  @Inject Feedback feedback;
  @Inject Grants grants;

  private Feedback.Counts counts() {
    return feedback.counts(grants.of(Caller.PORTAL, Purpose.SERVICE), Feedback.Filter.ALL);
  }

  @Override
  public Stage stage() {
    return Stage.LISTEN;
  }

  @Override
  public Sign sign() {
    return counts().all() == 0 ? Sign.NO_DATA : Sign.ALL_FINE;
  }

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
    long all = counts().all();
    return all == 0
        ? Status.of(State.EMPTY, "feedback", "feedback.node.none")
        : Status.of(
            State.FINE,
            "feedback",
            "feedback.node.some",
            Numbers.whole(all, java.util.Locale.ENGLISH));
  }
}
