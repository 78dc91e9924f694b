package insight.train;

import insight.kernel.Refused;
import insight.learn.Search;
import insight.learn.Validation;
import insight.prepare.feature.Feature;
import java.util.List;

/** Whether a design can be carried out by its task, on the features that are offered now. */
final class DesignCheck {
  private DesignCheck() {}

  /**
   * Checks.
   *
   * @throws Refused (invalid) with the part that the task does not take, or the unknown feature
   */
  static void check(LearningTask task, LearningTask.Design design, List<Feature> offered) {
    if (!design.features().isEmpty()) {
      require(task, DesignPart.FEATURES);
      List<String> known = offered.stream().map(Feature::id).toList();
      for (String name : design.features()) {
        if (!known.contains(name)) {
          throw Refused.invalid("/features", "train.design.feature", name, Nearest.to(name, known));
        }
      }
    }
    if (!(design.validation() instanceof Validation.Latest)) {
      require(task, DesignPart.VALIDATION);
    }
    if (!(design.search() instanceof Search.None)) {
      require(task, DesignPart.SEARCH);
    }
  }

  private static void require(LearningTask task, DesignPart part) {
    if (!task.choices().contains(part)) {
      throw Refused.invalid("/" + part.word(), "train.design.fixed", task.name(), part.word());
    }
  }
}
