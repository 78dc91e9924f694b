package insight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.it.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** Reading a topic from a real broker. */
class TopicReaderTest {
  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

  private static Connection.Kafka topic(String servers, String name, String start) {
    return new Connection.Kafka(
        servers, name, Optional.of("insight"), "segment", start, "plaintext", Optional.empty());
  }

  private static List<String> read(TopicReader reader, int count, Map<Integer, Long> next) {
    List<String> read = new ArrayList<>();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (read.size() < count && System.nanoTime() < end) {
      ConsumerRecords<byte[], byte[]> records = reader.poll(Duration.ofMillis(200));
      for (ConsumerRecord<byte[], byte[]> record : records) {
        read.add(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8));
        next.put(record.partition(), record.offset() + 1);
      }
    }
    return read;
  }

  private static List<String> messages(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
  }

  @Test
  void readingGoesOnAtTheOffsetsThatWeKeepOurselves() throws Exception {
    try (Broker broker = Broker.start("events", 3)) {
      broker.send("events", messages(0, 500));
      Map<Integer, Long> next = new HashMap<>();
      Set<String> all = new TreeSet<>();
      try (TopicReader reader =
          new TopicReader(topic(broker.servers(), "events", "earliest"), Optional.empty())) {
        assertEquals(Set.of(0, 1, 2), reader.partitions());
        reader.take(Map.of(), NOW);
        assertEquals(500, reader.lag());
        all.addAll(read(reader, 500, next));
        reader.show(next);
        assertEquals(0, reader.lag());
      }
      broker.send("events", messages(500, 700));
      try (TopicReader reader =
          new TopicReader(topic(broker.servers(), "events", "earliest"), Optional.empty())) {
        reader.take(next, NOW);
        assertEquals(200, reader.lag());
        List<String> more = read(reader, 200, next);
        assertEquals(200, more.size(), "nothing comes twice");
        all.addAll(more);
      }
      assertEquals(700, all.size());
      try (TopicReader late =
          new TopicReader(topic(broker.servers(), "events", "latest"), Optional.empty())) {
        late.take(Map.of(), NOW);
        assertEquals(0, late.lag());
      }
      try (TopicReader other =
          new TopicReader(topic(broker.servers(), "nothing", "earliest"), Optional.empty())) {
        assertThrows(KafkaException.class, () -> other.take(Map.of(), NOW));
      }
      assertTrue(next.values().stream().mapToLong(n -> n).sum() == 700);
    }
  }
}
