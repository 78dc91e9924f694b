package insight.predict;

import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Caller;
import insight.runtime.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Scores everybody when another model went live or newer customers were frozen. */
@ApplicationScoped
class ScoreChore implements Chore {
  @Inject ChurnScores scores;
  @Inject Grants grants;

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    if (scores.behind()) {
      scores.scoreAll(grants.of(Caller.PORTAL, Purpose.PERSONALISATION));
    }
  }
}
