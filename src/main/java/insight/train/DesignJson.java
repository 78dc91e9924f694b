package insight.train;

import insight.kernel.Refused;
import insight.learn.Search;
import insight.learn.Validation;
import insight.runtime.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;

/**
 * A design as the API takes it and {@code tr_run} keeps it: {@code features}, {@code validation},
 * {@code search}, {@code budgetMinutes}; what is missing is as usual.
 */
public final class DesignJson {
  private static final int FOLDS = 5;
  private static final int ORIGINS = 3;
  private static final int POINTS = 3;
  private static final int TRIALS = 20;

  /** The longest time budget, a day. */
  public static final int MOST_MINUTES = 1440;

  private DesignJson() {}

  public static JsonObject of(LearningTask.Design design) {
    JsonObjectBuilder json = Json.object();
    if (!design.features().isEmpty()) {
      json.add("features", Json.value(design.features()));
    }
    return json.add("validation", validation(design.validation()))
        .add("search", search(design.search()))
        .add("budgetMinutes", design.budget().toMinutes())
        .build();
  }

  private static JsonObject validation(Validation validation) {
    return switch (validation) {
      case Validation.Latest latest -> kind("latest").build();
      case Validation.KFold parts -> kind("k-fold").add("folds", parts.folds()).build();
      case Validation.RollingOrigin rolling ->
          kind("rolling-origin").add("origins", rolling.origins()).build();
    };
  }

  private static JsonObject search(Search search) {
    return switch (search) {
      case Search.None none -> kind("none").build();
      case Search.Grid grid -> kind("grid").add("points", grid.points()).build();
      case Search.Random random -> kind("random").add("trials", random.trials()).build();
    };
  }

  private static JsonObjectBuilder kind(String word) {
    return Json.object().add("kind", word);
  }

  /**
   * Reads the design out of a body; other fields of it are not looked at.
   *
   * @throws Refused (invalid) with the field, what it holds, and what it takes
   */
  public static LearningTask.Design read(JsonObject body) {
    return new LearningTask.Design(
        features(body),
        validation(object(body, "validation")),
        search(object(body, "search")),
        Duration.ofMinutes(
            whole(
                body,
                "budgetMinutes",
                "/budgetMinutes",
                (int) LearningTask.Design.USUAL.budget().toMinutes(),
                1,
                MOST_MINUTES)));
  }

  private static List<String> features(JsonObject body) {
    JsonValue value = body.getOrDefault("features", JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return List.of();
    }
    if (value instanceof JsonArray array
        && array.stream().allMatch(v -> v instanceof JsonString)
        && !array.isEmpty()) {
      return array.getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .distinct()
          .toList();
    }
    throw Refused.invalid("/features", "train.design.features", value.toString());
  }

  private static Validation validation(JsonObject json) {
    return switch (word(json, "latest")) {
      case "latest" -> new Validation.Latest();
      case "k-fold" -> new Validation.KFold(whole(json, "folds", at("folds"), FOLDS, 2, 20));
      case "rolling-origin" ->
          new Validation.RollingOrigin(whole(json, "origins", at("origins"), ORIGINS, 2, 12));
      default ->
          throw unknown("/validation/kind", word(json, ""), "latest, k-fold, rolling-origin");
    };
  }

  private static String at(String name) {
    return "/validation/" + name;
  }

  private static Search search(JsonObject json) {
    return switch (word(json, "none")) {
      case "none" -> new Search.None();
      case "grid" -> new Search.Grid(whole(json, "points", "/search/points", POINTS, 2, 5));
      case "random" -> new Search.Random(whole(json, "trials", "/search/trials", TRIALS, 2, 200));
      default -> throw unknown("/search/kind", word(json, ""), "none, grid, random");
    };
  }

  private static Refused unknown(String pointer, String word, String known) {
    return Refused.invalid(pointer, "train.design.kind", word, known);
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

  private static String word(JsonObject json, String usual) {
    JsonValue value = json.getOrDefault("kind", JsonValue.NULL);
    if (value instanceof JsonString text) {
      return text.getString();
    }
    return value.equals(JsonValue.NULL) ? usual : value.toString();
  }

  private static int whole(
      JsonObject json, String name, String pointer, int usual, int least, int most) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return usual;
    }
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.intValue();
    }
    throw Refused.invalid(pointer, "train.parameter.whole", name, least, most, value.toString());
  }
}
