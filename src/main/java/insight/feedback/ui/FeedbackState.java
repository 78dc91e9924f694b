package insight.feedback.ui;

import insight.feedback.Feedback;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How listening is, for the rail. */
@ApplicationScoped
class FeedbackState implements StageState {
  @Inject Feedback feedback;
  @Inject Grants grants;

  @Override
  public Stage stage() {
    return Stage.LISTEN;
  }

  @Override
  public Sign sign() {
    Feedback.Counts counts =
        feedback.counts(grants.of(Caller.PORTAL, Purpose.ANALYSIS), Feedback.Filter.ALL);
    return counts.all() == 0 ? Sign.NO_DATA : Sign.ALL_FINE;
  }
}
