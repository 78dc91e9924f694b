package insight.train;

import insight.kernel.Refused;
import insight.learn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command checked against its task: the trainer found, every parameter given and in range. */
record TrainingPlan(LearningTask task, String trainer, Map<String, Double> parameters) {

  /**
   * Checks the command.
   *
   * @throws Refused (invalid) with one reason for each field that is wrong
   */
  static TrainingPlan of(LearningTask task, StartTraining command) {
    checkPeriod(command);
    LearningTask.Trainer trainer = trainer(task, command.trainer());
    List<Refused.Reason> wrong = new ArrayList<>();
    Map<String, Double> parameters = new LinkedHashMap<>();
    trainer.parameters().forEach(p -> parameters.put(p.name(), p.preset()));
    command.parameters().keySet().stream()
        .sorted()
        .filter(name -> !parameters.containsKey(name))
        .forEach(name -> wrong.add(unknown(name, trainer)));
    for (Parameter parameter : trainer.parameters()) {
      Double asked = command.parameters().get(parameter.name());
      if (asked != null) {
        parameters.put(parameter.name(), asked);
        check(parameter, asked).ifPresent(wrong::add);
      }
    }
    if (!wrong.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, wrong);
    }
    return new TrainingPlan(task, trainer.name(), parameters);
  }

  private static void checkPeriod(StartTraining command) {
    if (command.from().isPresent()
        && command.to().isPresent()
        && !command.from().get().isBefore(command.to().get())) {
      throw Refused.invalid("/period/to", "train.period.order");
    }
  }

  private static LearningTask.Trainer trainer(LearningTask task, Optional<String> asked) {
    if (asked.isEmpty()) {
      return task.trainers().getFirst();
    }
    String name = asked.get();
    List<String> known = task.trainers().stream().map(LearningTask.Trainer::name).toList();
    return task.trainers().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "/trainer",
                    "train.trainer.unknown",
                    name,
                    Nearest.to(name, known),
                    String.join(", ", known)));
  }

  private static Refused.Reason unknown(String name, LearningTask.Trainer trainer) {
    List<String> known = trainer.parameters().stream().map(Parameter::name).toList();
    return known.isEmpty()
        ? reason(name, "train.parameter.none", name, trainer.name())
        : reason(name, "train.parameter.unknown", name, Nearest.to(name, known));
  }

  private static Optional<Refused.Reason> check(Parameter parameter, double asked) {
    boolean inside = asked >= parameter.low() && asked <= parameter.high();
    if (inside && (!parameter.whole() || asked == Math.rint(asked))) {
      return Optional.empty();
    }
    return Optional.of(
        reason(
            parameter.name(),
            parameter.whole() ? "train.parameter.whole" : "train.parameter.range",
            parameter.name(),
            number(parameter.low()),
            number(parameter.high()),
            number(asked)));
  }

  private static Refused.Reason reason(String parameter, String key, Object... arguments) {
    return new Refused.Reason("/parameters/" + parameter, key, List.of(arguments));
  }

  /** As a person would type it: 3, not 3.0. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
