package insight.train;

import java.util.Map;
import java.util.Optional;

/**
 * The live version of a task, as a challenger meets it.
 *
 * @param number its version
 * @param trainer with {@code parameters} and {@code file}: how it was made, and what came out, so
 *     that a task can compare either the recipe or the model itself; no file when it is damaged
 */
public record Champion(
    int number, String trainer, Map<String, Double> parameters, Optional<ModelFile> file) {
  public Champion {
    parameters = Map.copyOf(parameters);
  }

  /** Whether a run follows the same recipe. */
  boolean sameRecipe(String otherTrainer, Map<String, Double> otherParameters) {
    return trainer.equals(otherTrainer) && parameters.equals(otherParameters);
  }
}
