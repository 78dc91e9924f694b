package insight.collect;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Json;
import insight.runtime.JsonBody;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a topic: each in Segment's format, or an object whose fields a mapping
 * names ({@code order.id} is the field id of the object order). A message without an identity of
 * its own goes by its place in the topic, so that one delivered twice counts once.
 */
final class TopicMessages {
  private final Source source;
  private final Instant now;
  private final List<CustomerEvent> events = new ArrayList<>();
  private final EventBatch batch = new EventBatch();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> names;
  private final @Nullable LineConverter converter;

  /** A message that was not taken; its beginning, and why. */
  record Refusal(int part, long offset, String value, String key, List<String> arguments) {}

  TopicMessages(
      Source source,
      boolean mapped,
      Function<String, CustomerKey> keys,
      Function<Columns, RecordCleaner> cleaning,
      Instant now) {
    this.source = source;
    this.now = now;
    this.names = mapped ? names(source.mapping()) : List.of();
    Columns columns = mapped ? Columns.of(source, names) : null;
    this.converter =
        columns == null
            ? null
            : new LineConverter(source, columns, keys, cleaning.apply(columns), now);
  }

  private static List<String> names(Mapping mapping) {
    return mapping.rules().values().stream()
        .filter(Mapping.Rule.Column.class::isInstance)
        .map(rule -> ((Mapping.Rule.Column) rule).name())
        .distinct()
        .toList();
  }

  void read(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      // a tombstone: Kafka's way to say that a key is gone; it tells of no event
      return;
    }
    String text = new String(value, 0, Math.min(value.length, 400), StandardCharsets.UTF_8);
    try {
      if (value.length > Tracking.LARGEST_MESSAGE || JsonBody.depth(value) > TrackedBody.DEEPEST) {
        throw Refused.invalid("", "collect.reject.message", Tracking.LARGEST_MESSAGE / 1024);
      }
      JsonObject message = Json.parse(new String(value, StandardCharsets.UTF_8));
      if (JsonBody.unkeepable(message, "").isPresent()) {
        throw Refused.invalid("", "collect.reject.nul");
      }
      if (converter == null) {
        events.add(new MessageReader(source.currency(), now).read(named(message, record), ""));
      } else {
        converter.convert(fields(message), 0, Identities.of(place(record)), batch);
      }
    } catch (JsonException | IllegalStateException | ClassCastException notJson) {
      refuse(record, text, "collect.reject.json", List.of());
    } catch (Reject.Because because) {
      refuse(record, text, because.reject().key(), because.reject().arguments());
    } catch (Refused refused) {
      Refused.Reason reason = refused.reasons().getFirst();
      refuse(record, text, reason.key(), reason.arguments().stream().map(String::valueOf).toList());
    }
  }

  private void refuse(
      ConsumerRecord<byte[], byte[]> record, String value, String key, List<String> arguments) {
    refusals.add(
        new Refusal(record.partition(), record.offset(), value.replace("\0", "␀"), key, arguments));
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return "kafka:" + record.topic() + "/" + record.partition() + "/" + record.offset();
  }

  private static JsonObject named(JsonObject message, ConsumerRecord<byte[], byte[]> record) {
    return message.get("messageId") instanceof JsonString id && !id.getString().isBlank()
        ? message
        : Json.object(message).add("messageId", place(record)).build();
  }

  private String[] fields(JsonObject message) {
    return names.stream().map(name -> field(message, name)).toArray(String[]::new);
  }

  private static String field(JsonObject message, String name) {
    Optional<JsonValue> direct = Optional.ofNullable(message.get(name));
    JsonValue value = direct.orElse(JsonValue.NULL);
    if (direct.isEmpty()) {
      JsonValue inner = message;
      for (String step : name.split("\\.")) {
        inner =
            inner instanceof JsonObject object
                ? object.getOrDefault(step, JsonValue.NULL)
                : JsonValue.NULL;
      }
      value = inner;
    }
    return switch (value) {
      case JsonString text -> text.getString();
      case JsonValue other when other == JsonValue.NULL -> "";
      default -> value.toString();
    };
  }

  List<CustomerEvent> events() {
    return events;
  }

  EventBatch batch() {
    return batch;
  }

  List<Refusal> refusals() {
    return refusals;
  }
}
