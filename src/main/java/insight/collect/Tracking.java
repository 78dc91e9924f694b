package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what shops send as it happens, in the format of Segment's libraries, and puts it into the
 * inbox. A bad message is reported by itself; the good rest goes on.
 */
@ApplicationScoped
public class Tracking {
  static final int DEEPEST = 32;
  static final int LARGEST_MESSAGE = 32 * 1024;
  static final int MOST_MESSAGES = 1000;

  @Inject Inbox inbox;
  @Inject Clock clock;

  /** A message that was not taken, and why. */
  public record Rejected(String messageId, Refused.Reason reason) {}

  /** What became of a body. */
  public record Answer(Inbox.Receipt receipt, List<Rejected> rejected) {}

  /**
   * A batch: {@code {"batch":[message, …], "context"?}}.
   *
   * @throws Refused when the body itself cannot be read
   */
  public Answer batch(Source source, byte[] body) {
    JsonObject json = parse(body);
    if (!(json.get("batch") instanceof JsonArray messages) || messages.size() > MOST_MESSAGES) {
      throw Refused.invalid("/batch", "collect.message.batch", MOST_MESSAGES);
    }
    return take(source, messages, json.get("context"), "/batch/");
  }

  /**
   * A single message of the endpoint's type.
   *
   * @throws Refused when it does not fit
   */
  public Answer single(Source source, String type, byte[] body) {
    JsonObject json = Json.object(parse(body)).add("type", type).build();
    CustomerEvent event = new MessageReader(source.currency(), clock.instant()).read(json, "");
    return new Answer(inbox.accept(source, List.of(event)), List.of());
  }

  private Answer take(
      Source source, JsonArray messages, @Nullable JsonValue context, String pointer) {
    MessageReader reader = new MessageReader(source.currency(), clock.instant());
    Map<Integer, CustomerEvent> good = new LinkedHashMap<>();
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      JsonValue message = messages.get(i);
      try {
        good.put(i, reader.read(message(message, context, pointer + i), pointer + i));
      } catch (Refused refused) {
        rejected.add(new Rejected(idOf(message), refused.reasons().getFirst()));
      }
    }
    return new Answer(inbox.accept(source, List.copyOf(good.values()), rejected.size()), rejected);
  }

  private static JsonObject message(JsonValue value, @Nullable JsonValue context, String pointer) {
    if (!(value instanceof JsonObject message)) {
      throw Refused.invalid(pointer, "collect.message.object", "batch");
    }
    if (message.toString().length() > LARGEST_MESSAGE) {
      throw Refused.invalid(pointer, "collect.message.large", LARGEST_MESSAGE / 1024);
    }
    return context instanceof JsonObject && !message.containsKey("context")
        ? Json.object(message).add("context", context).build()
        : message;
  }

  private static String idOf(JsonValue message) {
    return message instanceof JsonObject json && json.get("messageId") instanceof JsonString id
        ? id.getString()
        : "";
  }

  private static JsonObject parse(byte[] body) {
    if (depth(body) > DEEPEST) {
      throw Refused.invalid("", "collect.message.deep", DEEPEST);
    }
    try {
      return Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (JsonException | IllegalStateException notJson) {
      throw Refused.invalid("", "runtime.api.json");
    }
  }

  /** The deepest nesting of arrays and objects, found without recursion. */
  static int depth(byte[] json) {
    int depth = 0;
    int deepest = 0;
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (inText) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inText = false;
        }
      } else if (b == '"') {
        inText = true;
      } else if (b == '{' || b == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (b == '}' || b == ']') {
        depth--;
      }
    }
    return deepest;
  }
}
