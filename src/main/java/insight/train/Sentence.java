package insight.train;

import insight.kernel.Texts;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/** Words kept with a model or run: a text key with its arguments, said in the reader's language. */
public record Sentence(String key, List<String> arguments) {
  public Sentence {
    arguments = List.copyOf(arguments);
  }

  static Sentence of(String key, String... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  public String in(Locale locale) {
    return Texts.of(locale, key, arguments.toArray());
  }

  JsonObject json() {
    return Json.object().add("key", key).add("arguments", Json.value(arguments)).build();
  }

  static Sentence of(JsonValue json) {
    JsonObject object = json.asJsonObject();
    return new Sentence(
        object.getString("key"),
        object.getJsonArray("arguments").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList());
  }
}
