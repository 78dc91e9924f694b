package insight.recommend.ui;

import insight.recommend.Qualities;
import insight.shell.Sign;
import insight.shell.Stage;
import insight.shell.StageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How acting is, for the rail. */
@ApplicationScoped
class RecommendState implements StageState {
  @Inject Qualities qualities;

  @Override
  public Stage stage() {
    return Stage.ACT;
  }

  @Override
  public Sign sign() {
    return qualities.live().isPresent() ? Sign.ALL_FINE : Sign.NO_DATA;
  }
}
