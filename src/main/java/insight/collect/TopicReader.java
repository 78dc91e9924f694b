package insight.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic from the offsets that our own database holds. Partitions are assigned, not
 * subscribed to, so no group decides what is read; the group only shows others how far we are.
 * Nothing is fetched while the messages before are being stored, and little at a time, so a topic
 * that is full does not fill the memory.
 */
final class TopicReader implements AutoCloseable {
  private static final int AT_ONCE = 5_000;
  private static final int FETCH = 8 << 20;
  private static final int OF_PARTITION = 2 << 20;
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration NEW_PARTITIONS = Duration.ofMinutes(1);

  private final Connection.Kafka to;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private Set<Integer> parts = Set.of();
  private Instant looked = Instant.EPOCH;

  TopicReader(Connection.Kafka to, Optional<String> password) {
    this.to = to;
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(TopicReader.class.getClassLoader());
    try {
      this.consumer =
          new KafkaConsumer<>(
              properties(to, password), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Properties properties(Connection.Kafka to, Optional<String> password) {
    Properties p = new Properties();
    p.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, to.servers());
    p.put(ConsumerConfig.CLIENT_ID_CONFIG, "insight");
    to.group().ifPresent(group -> p.put(ConsumerConfig.GROUP_ID_CONFIG, group));
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    p.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    p.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    p.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH);
    p.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, OF_PARTITION);
    p.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    p.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis() - 1_000);
    p.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of());
    p.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    p.put("security.protocol", to.security().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    if (to.security().equals("sasl-ssl")) {
      p.put("sasl.mechanism", "PLAIN");
      p.put(
          "sasl.jaas.config",
          "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
              .formatted(escaped(to.user().orElse("")), escaped(password.orElse(""))));
    }
    return p;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** The topic's partitions; empty when there is no such topic. */
  Set<Integer> partitions() {
    List<PartitionInfo> found = consumer.partitionsFor(to.topic(), ANSWER);
    return found == null
        ? Set.of()
        : found.stream()
            .map(PartitionInfo::partition)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Takes up all partitions where they were left, also those that were added since.
   *
   * @param offsets the next one to read of each partition that was read before
   * @return whether partitions were taken up; their positions should be kept, so that a later start
   *     does not pass over what comes meanwhile
   */
  boolean take(Map<Integer, Long> offsets, Instant now) {
    if (now.isBefore(looked.plus(NEW_PARTITIONS))) {
      return false;
    }
    looked = now;
    Set<Integer> found = partitions();
    if (found.isEmpty()) {
      throw new KafkaException("no topic " + to.topic());
    }
    if (found.equals(parts)) {
      return false;
    }
    boolean first = parts.isEmpty() && offsets.isEmpty();
    parts = found;
    consumer.assign(found.stream().map(this::of).toList());
    List<TopicPartition> fresh =
        found.stream().filter(part -> !offsets.containsKey(part)).map(this::of).toList();
    if (first && to.start().equals("latest")) {
      consumer.seekToEnd(fresh);
    } else {
      consumer.seekToBeginning(fresh);
    }
    offsets.forEach(
        (part, offset) -> {
          if (found.contains(part)) {
            consumer.seek(of(part), offset);
          }
        });
    return true;
  }

  private TopicPartition of(int part) {
    return new TopicPartition(to.topic(), part);
  }

  ConsumerRecords<byte[], byte[]> poll(Duration patience) {
    return consumer.poll(patience);
  }

  /** Shows others how far we are; our own database alone decides. */
  void show(Map<Integer, Long> next) {
    if (to.group().isPresent() && !next.isEmpty()) {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      next.forEach((part, offset) -> offsets.put(of(part), new OffsetAndMetadata(offset)));
      consumer.commitAsync(offsets, (done, failed) -> {});
    }
  }

  /** Messages that wait behind what was read. */
  long lag() {
    List<TopicPartition> all = parts.stream().map(this::of).toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(all, ANSWER);
    return ends.entrySet().stream()
        .mapToLong(e -> Math.max(0, e.getValue() - consumer.position(e.getKey(), ANSWER)))
        .sum();
  }

  /** Where it stands in each partition. */
  Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new HashMap<>();
    parts.forEach(part -> positions.put(part, consumer.position(of(part), ANSWER)));
    return positions;
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
