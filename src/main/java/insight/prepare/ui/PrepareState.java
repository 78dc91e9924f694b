package insight.prepare.ui;

import insight.prepare.Snapshots;
import insight.prepare.quality.DataQuality;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the stage Prepare is: fine once something was frozen, unless data is below its gates. */
@ApplicationScoped
public class PrepareState implements StageState {
  @Inject Snapshots snapshots;
  @Inject DataQuality quality;

  @Override
  public Stage stage() {
    return Stage.PREPARE;
  }

  @Override
  public Sign sign() {
    int gates = quality.blocking().size();
    if (gates > 0) {
      return new Sign(Sign.State.ATTENTION, gates);
    }
    return snapshots.newest(1).isEmpty() ? Sign.NO_DATA : Sign.ALL_FINE;
  }
}
