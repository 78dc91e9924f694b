package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what shops send as it happens, in the format of Segment's libraries, and puts it into the
 * inbox. A bad message is reported by itself; the good rest goes on.
 */
@ApplicationScoped
public class Tracking {
  static final int LARGEST_MESSAGE = 32 * 1024;
  static final int MOST_MESSAGES = 1000;

  @Inject Postroom postroom;
  @Inject Clock clock;

  /** A message that was not taken, and why. */
  public record Rejected(String messageId, Refused.Reason reason) {}

  /** What became of a body. */
  public record Answer(Inbox.Receipt receipt, List<Rejected> rejected) {}

  /**
   * A batch: {@code {"batch":[message, …], "context"?}}.
   *
   * @param withoutPerson the person forbade to be followed
   * @throws Refused when the body itself cannot be read
   */
  public Answer batch(Source source, TrackedBody body, boolean withoutPerson) {
    JsonObject json = body.json();
    if (!(json.get("batch") instanceof JsonArray messages) || messages.size() > MOST_MESSAGES) {
      throw Refused.invalid("/batch", "collect.message.batch", MOST_MESSAGES);
    }
    MessageReader reader = reader(source, withoutPerson);
    List<CustomerEvent> good = new ArrayList<>(messages.size());
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      JsonValue message = messages.get(i);
      String pointer = "/batch/" + i;
      try {
        good.add(reader.read(message(message, json.get("context"), pointer), pointer));
      } catch (Refused refused) {
        rejected.add(new Rejected(idOf(message), refused.reasons().getFirst()));
      }
    }
    return new Answer(
        postroom.accept(source, new Parcel(good, rejected.size(), withoutPerson)), rejected);
  }

  /**
   * A single message of the endpoint's type.
   *
   * @param withoutPerson the person forbade to be followed
   * @throws Refused when it does not fit
   */
  public Answer single(Source source, String type, TrackedBody body, boolean withoutPerson) {
    JsonObject json = Json.object(message(body.json(), null, "")).add("type", type).build();
    CustomerEvent event = reader(source, withoutPerson).read(json, "");
    return new Answer(
        postroom.accept(source, new Parcel(List.of(event), 0, withoutPerson)), List.of());
  }

  private MessageReader reader(Source source, boolean withoutPerson) {
    return new MessageReader(source.currency(), clock.instant(), withoutPerson);
  }

  static JsonObject message(JsonValue value, @Nullable JsonValue context, String pointer) {
    if (!(value instanceof JsonObject message)) {
      throw Refused.invalid(pointer, "collect.message.object", "batch");
    }
    if (TrackedBody.size(message, LARGEST_MESSAGE) > LARGEST_MESSAGE) {
      throw Refused.invalid(pointer, "collect.message.large", LARGEST_MESSAGE / 1024);
    }
    return context instanceof JsonObject && !message.containsKey("context")
        ? Json.object(message).add("context", context).build()
        : message;
  }

  private static String idOf(JsonValue message) {
    return message instanceof JsonObject json
            && json.get("messageId") instanceof JsonString id
            && id.getString().length() <= MessageFields.LONGEST_WORD
        ? id.getString()
        : "";
  }
}
