package insight.train.rest;

import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.runtime.Settings;
import insight.train.DesignJson;
import insight.train.LearningTask;
import insight.train.LearningTasks;
import insight.train.StartTraining;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code {"task","trainer"?,"parameters"?,"period"?,"seed"?}}. */
@ApplicationScoped
class StartTrainingBody {
  static final long SEED = 1;

  @Inject Settings settings;
  @Inject LearningTasks tasks;

  StartTraining read(JsonObject body, String requestedBy) {
    JsonObject period = object(body, "period");
    ZoneId zone = text(period, "zone", "/period/zone").map(this::zone).orElseGet(settings::zone);
    return new StartTraining(
        text(body, "task", "/task")
            .orElseThrow(() -> Refused.invalid("/task", "runtime.api.missing", "task")),
        text(body, "trainer", "/trainer"),
        parameters(object(body, "parameters"), choices(body)),
        text(period, "from", "/period/from").map(t -> instant(t, "/period/from", zone)),
        text(period, "to", "/period/to").map(t -> instant(t, "/period/to", zone)),
        seed(body),
        requestedBy,
        DesignJson.read(body),
        snapshot(body));
  }

  /** The choice parameters of the asked trainer; none where it is unknown, which is said later. */
  private Map<String, Parameter> choices(JsonObject body) {
    Optional<String> trainer = text(body, "trainer", "/trainer");
    return text(body, "task", "/task").flatMap(tasks::find).stream()
        .flatMap(task -> task.trainers().stream().filter(t -> named(task, t, trainer)))
        .flatMap(t -> t.parameters().stream())
        .filter(Parameter::isChoice)
        .collect(Collectors.toMap(Parameter::name, p -> p));
  }

  private static boolean named(
      LearningTask task, LearningTask.Trainer trainer, Optional<String> asked) {
    return asked
        .map(trainer.name()::equals)
        .orElseGet(() -> task.trainers().getFirst().equals(trainer));
  }

  private static Map<String, Double> parameters(JsonObject object, Map<String, Parameter> choices) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (value instanceof JsonString word && choices.containsKey(name)) {
            parameters.put(name, place(choices.get(name), word.getString()));
            return;
          }
          if (!(value instanceof JsonNumber number)) {
            throw Refused.invalid(
                "/parameters/" + name, "train.parameter.number", name, value.toString());
          }
          parameters.put(name, number.doubleValue());
        });
    return parameters;
  }

  private static double place(Parameter choice, String word) {
    int place = choice.choices().indexOf(word);
    if (place < 0) {
      throw Refused.invalid(
          "/parameters/" + choice.name(),
          "train.parameter.choice",
          choice.name(),
          String.join(", ", choice.choices()),
          word);
    }
    return place;
  }

  /** The id of a snapshot, as the API writes ids (text) or as a number. */
  private static Optional<Long> snapshot(JsonObject body) {
    JsonValue value = body.getOrDefault("snapshot", JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    String id = value instanceof JsonString text ? text.getString() : value.toString();
    if (!id.matches("[0-9]{1,18}")) {
      throw Refused.invalid("/snapshot", "train.snapshot.unknown", id);
    }
    return Optional.of(Long.parseLong(id));
  }

  private static long seed(JsonObject body) {
    JsonValue value = body.getOrDefault("seed", JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return SEED;
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        return number.longValueExact();
      } catch (ArithmeticException tooBig) {
        throw Refused.invalid("/seed", "train.seed.number", value.toString());
      }
    }
    throw Refused.invalid("/seed", "train.seed.number", value.toString());
  }

  private static JsonObject object(JsonObject body, String name) {
    JsonValue value = body.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Refused.invalid("/" + name, "train.body.object", name);
  }

  private static Optional<String> text(JsonObject object, String name, String pointer) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (value instanceof JsonString text && !text.getString().isBlank()) {
      return Optional.of(text.getString().strip());
    }
    throw Refused.invalid(pointer, "runtime.api.missing", name);
  }

  private ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw Refused.invalid("/period/zone", "train.period.zone", text);
    }
  }

  /** A day, which begins in the zone, or an instant. */
  private static Instant instant(String text, String pointer, ZoneId zone) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refused.invalid(pointer, "train.period.time", text);
    }
  }
}
