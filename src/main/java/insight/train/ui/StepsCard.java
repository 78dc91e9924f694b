package insight.train.ui;

import insight.runtime.Caller;
import insight.shell.part.Card;
import insight.shell.part.Icons;
import insight.shell.part.Timeline;
import insight.shell.part.Times;
import insight.shell.part.Words;
import insight.train.Model;
import insight.train.ModelStep;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The steps that versions took, the newest first.
 *
 * @param numbers the version of each model
 */
record StepsCard(List<ModelStep> steps, Map<Long, Integer> numbers, ZoneId zone) {
  private static final int MOST = 20;

  Card card() {
    Timeline timeline = new Timeline();
    steps.stream().limit(MOST).forEach(step -> entry(timeline, step));
    return new Card(Words.of("train.steps.title")).body(timeline);
  }

  private void entry(Timeline timeline, ModelStep step) {
    String version = Words.of("train.model.version", numbers.getOrDefault(step.modelId(), 0));
    String actor =
        step.actor().equals(Caller.PORTAL.name()) ? Words.of("train.steps.portal") : step.actor();
    String at = Times.moment(step.at(), zone, Words.locale());
    timeline.entry(
        Times.shortDay(step.at().atZone(zone).toLocalDate(), Words.locale()),
        icon(step.state()),
        version + " · " + Words.of("train.model.state." + step.state().word()),
        step.reason().map(why -> at + " · " + actor + ": " + why).orElse(at + " · " + actor),
        "");
  }

  private static Icons icon(Model.State state) {
    return switch (state) {
      case CANDIDATE -> Icons.FLASK;
      case REQUESTED -> Icons.CLOCK;
      case APPROVED -> Icons.CHECK;
      case LIVE -> Icons.PLAY;
      case RETIRED -> Icons.CROSS;
    };
  }
}
