package insight.prepare.ui;

import insight.prepare.Snapshots;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the stage Prepare is: fine once something was frozen. */
@ApplicationScoped
public class PrepareState implements StageState {
  @Inject Snapshots snapshots;

  @Override
  public Stage stage() {
    return Stage.PREPARE;
  }

  @Override
  public Sign sign() {
    return snapshots.newest(1).isEmpty() ? Sign.NO_DATA : Sign.ALL_FINE;
  }
}
