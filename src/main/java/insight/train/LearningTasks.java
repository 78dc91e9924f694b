package insight.train;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tasks the portal can learn, as the upper stages bring them. */
@ApplicationScoped
public class LearningTasks {
  /** All tasks of the API, in the order in which they are shown; not all are built yet. */
  public static final List<String> NAMES =
      List.of(
          "segment-customers",
          "rank-products",
          "predict-churn",
          "predict-intent",
          "forecast-demand",
          "classify-text");

  @Inject @Any Instance<LearningTask> tasks;

  public List<LearningTask> all() {
    return tasks.stream().sorted(Comparator.comparingInt(t -> NAMES.indexOf(t.name()))).toList();
  }

  public Optional<LearningTask> find(String name) {
    return tasks.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** Whether the name is known but nothing learns it yet. */
  public boolean planned(String name) {
    return NAMES.contains(name) && find(name).isEmpty();
  }

  /**
   * The task of this name.
   *
   * @throws Refused (invalid) with the nearest name when there is none
   */
  public LearningTask required(String name) {
    return find(name).orElseThrow(() -> none(name));
  }

  /** A run's parameters; a choice by its word. */
  public JsonObject parameters(TrainingRun run) {
    Map<String, Parameter> known =
        find(run.task()).stream()
            .flatMap(task -> task.trainers().stream())
            .filter(trainer -> trainer.name().equals(run.trainer()))
            .flatMap(trainer -> trainer.parameters().stream())
            .collect(Collectors.toMap(Parameter::name, p -> p));
    Map<String, Object> shown = new LinkedHashMap<>();
    run.parameters()
        .forEach(
            (name, value) ->
                shown.put(
                    name,
                    Optional.ofNullable(known.get(name))
                        .filter(p -> p.isChoice() && value >= 0 && value < p.choices().size())
                        .<Object>map(p -> p.word(value))
                        .orElse(value)));
    return Json.of(shown);
  }

  private Refused none(String name) {
    if (planned(name)) {
      return Refused.unprocessable("train.task.later", name);
    }
    List<String> known = all().stream().map(LearningTask::name).toList();
    return Refused.invalid("/task", "train.task.unknown", name, Nearest.to(name, known));
  }
}
