package insight.segment.ui;

import insight.segment.Segments;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the stage Understand is: there are groups, or there are none yet. */
@ApplicationScoped
public class UnderstandState implements StageState {
  @Inject Segments segments;

  @Override
  public Stage stage() {
    return Stage.UNDERSTAND;
  }

  @Override
  public Sign sign() {
    return segments.live().isPresent() ? Sign.ALL_FINE : Sign.NO_DATA;
  }
}
