package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import insight.kernel.CustomerKey;
import insight.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicMessagesTest {
  private static final Instant NOW = Instant.parse("2025-03-02T00:00:00Z");
  private static final String ORDER =
      """
      {"at":"2025-03-01T12:00:00Z","order":{"no":"N1","sum":12.50},"who":"C7"}""";

  private static TopicMessages messages(boolean mapped) {
    Mapping mapping =
        Mapping.parse(
            Json.parse(
                """
                {"time":"at","order":"order.no","amount":"order.sum","customer":"who"}"""));
    Source source =
        new Source(
            7,
            "Topic",
            SourceKind.KAFKA,
            Optional.empty(),
            mapped ? mapping : Mapping.NONE,
            Optional.empty(),
            ZoneOffset.UTC,
            "EUR",
            "olive",
            false,
            NOW);
    return new TopicMessages(
        source, mapped, id -> new CustomerKey(id.hashCode()), c -> RecordCleaner.NONE, NOW);
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, @Nullable String value) {
    return new ConsumerRecord<>(
        "shop", 1, offset, null, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fieldsOfObjectsInTheMessageAreMappedByTheirPath() {
    TopicMessages messages = messages(true);
    messages.read(record(4, ORDER));
    assertEquals(List.of(), messages.refusals());
    EventRow row = messages.batch().rows().getFirst();
    assertEquals("N1", row.order());
    assertEquals(1250L, row.amountMinor());
    assertEquals(new CustomerKey("C7".hashCode()), row.customer());
  }

  @Test
  void aMessageWithoutAnIdentityGoesByItsPlace() {
    TopicMessages once = messages(true);
    once.read(record(4, ORDER));
    once.read(record(5, ORDER));
    TopicMessages again = messages(true);
    again.read(record(4, ORDER));
    List<EventRow> rows = once.batch().rows();
    assertEquals(rows.getFirst().idHash(), again.batch().rows().getFirst().idHash());
    assertNotEquals(rows.get(0).idHash(), rows.get(1).idHash());
  }

  @Test
  void segmentsMessagesKeepTheirOwnIdentity() {
    TopicMessages messages = messages(false);
    String page = "{\"type\":\"page\",\"userId\":\"u\",\"name\":\"/\"%s}";
    messages.read(record(1, page.formatted(",\"messageId\":\"m1\"")));
    messages.read(record(2, page.formatted("")));
    assertEquals(
        List.of("m1", "kafka:shop/1/2"),
        messages.events().stream().map(e -> e.head().id()).toList());
  }

  @Test
  void whatCannotBeReadIsRefusedByItselfWithItsReason() {
    TopicMessages messages = messages(true);
    messages.read(record(1, "no json"));
    messages.read(record(2, "[1,2]"));
    messages.read(record(3, null));
    messages.read(record(4, ORDER.replace("12.50", "\"much\"")));
    messages.read(record(5, "[".repeat(5_000)));
    messages.read(record(6, ORDER));
    assertEquals(
        List.of(
            "1 collect.reject.json",
            "2 collect.reject.json",
            "4 collect.reject.number",
            "5 collect.reject.message"),
        messages.refusals().stream().map(r -> r.offset() + " " + r.key()).toList());
    assertEquals(1, messages.batch().rows().size());
  }
}
