package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Pseudonyms;
import insight.runtime.Chore;
import insight.runtime.NodeName;
import insight.runtime.Storage;
import insight.runtime.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the topics of all Kafka sources, each on one node at a time, poll after poll. A poll's
 * messages and the offsets behind them are stored in one transaction: what Kafka delivers at least
 * once is stored exactly once.
 */
@ApplicationScoped
public class Topics implements Chore {
  private static final Logger LOG = Logger.getLogger(Topics.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Inject Sources sources;
  @Inject SourceRuns running;
  @Inject TopicRows rows;
  @Inject Inbox inbox;
  @Inject EventStore store;
  @Inject Deliveries deliveries;
  @Inject Pseudonyms pseudonyms;
  @Inject Cleanings cleanings;
  @Inject Transactions transactions;
  @Inject NodeName node;
  @Inject Storage storage;
  @Inject Clock clock;

  private final Map<Integer, Open> open = new HashMap<>();
  private final Map<Integer, Instant> resting = new HashMap<>();
  private Instant looked = Instant.EPOCH;

  /** A topic that is being read here. */
  private static final class Open {
    final Source source;
    final Connection.Kafka to;
    final TopicReader reader;
    Instant measured = Instant.EPOCH;

    Open(Source source, Connection.Kafka to, TopicReader reader) {
      this.source = source;
      this.to = to;
      this.reader = reader;
    }
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(200);
  }

  @Override
  public void run() {
    if (storage.full()) {
      return;
    }
    Instant now = clock.instant();
    if (!now.isBefore(looked.plus(LOOK))) {
      looked = now;
      look(now);
    }
    for (Open topic : List.copyOf(open.values())) {
      try {
        read(topic);
      } catch (RuntimeException e) {
        trouble(topic.source, e);
      }
    }
  }

  /** Which sources are this node's, as they are set now. */
  private void look(Instant now) {
    List<Source> mine =
        transactions.inNew(
            () ->
                sources.list().stream()
                    .filter(s -> s.kind() == SourceKind.KAFKA && !s.paused())
                    .filter(s -> rows.lease(s.id(), node.name()))
                    .toList());
    Set<Integer> gone = new HashSet<>(open.keySet());
    for (Source source : mine) {
      Open known = open.get(source.id());
      if (known != null && known.source.equals(source)) {
        gone.remove(source.id());
      }
    }
    gone.forEach(this::close);
    for (Source source : mine) {
      boolean rests = resting.getOrDefault(source.id(), Instant.EPOCH).isAfter(now);
      if (!open.containsKey(source.id()) && !rests) {
        begin(source);
      }
    }
  }

  private void begin(Source source) {
    try {
      Connection.Kafka to = (Connection.Kafka) Connection.of(SourceKind.KAFKA, source.settings());
      Optional<String> secret = transactions.inNew(() -> sources.secret(source.id()));
      open.put(source.id(), new Open(source, to, new TopicReader(to, secret)));
    } catch (RuntimeException e) {
      trouble(source, e);
    }
  }

  private void read(Open topic) {
    int id = topic.source.id();
    Instant now = clock.instant();
    if (topic.reader.take(transactions.inNew(() -> rows.offsets(id, topic.to.topic())), now)) {
      Map<Integer, Long> positions = topic.reader.positions();
      transactions.doInNew(
          () -> positions.forEach((part, at) -> rows.next(id, topic.to.topic(), part, at)));
    }
    ConsumerRecords<byte[], byte[]> records = topic.reader.poll(PATIENCE);
    if (!records.isEmpty()) {
      topic.reader.show(transactions.inNew(() -> keep(topic, records)));
    }
    if (!now.isBefore(topic.measured.plus(LOOK))) {
      topic.measured = now;
      long lag = topic.reader.lag();
      transactions.doInNew(() -> rows.lag(id, lag));
    }
  }

  /** Stores the messages and moves the offsets, in one transaction; the offsets as they are now. */
  private Map<Integer, Long> keep(Open topic, ConsumerRecords<byte[], byte[]> records) {
    Source source = topic.source;
    boolean mapped = topic.to.format().equals("json");
    TopicMessages messages =
        new TopicMessages(
            source,
            mapped,
            id -> pseudonyms.customer(source.space(), id),
            c -> cleanings.open(0, source, c),
            clock.instant());
    Map<Integer, Long> moved = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> found = records.records(partition);
      int part = partition.partition();
      long next = rows.next(source.id(), topic.to.topic(), part, found.getFirst().offset());
      found.stream().filter(r -> r.offset() >= next).forEach(messages::read);
      long behind = Math.max(next, found.getLast().offset() + 1);
      rows.move(source.id(), topic.to.topic(), part, behind);
      moved.put(part, behind);
    }
    if (mapped) {
      Inbox.Receipt receipt = store.append(source.id(), null, messages.batch());
      deliveries.track(source.id(), receipt, messages.refusals().size(), 0);
    } else {
      inbox.acceptAll(
          source, List.of(new Parcel(messages.events(), messages.refusals().size(), false)));
    }
    rows.rejects(source.id(), messages.refusals());
    return moved;
  }

  private void trouble(Source source, RuntimeException e) {
    storage.notice(e);
    close(source.id());
    resting.put(source.id(), clock.instant().plus(AFTER_TROUBLE));
    LOG.log(
        Level.WARNING,
        "The topic of source {0} cannot be read now: {1}",
        new Object[] {source.id(), e.toString()});
    try {
      running.note(source.id(), Optional.of(reason(e, source.setting("servers").orElse(""))));
    } catch (RuntimeException databaseAway) {
      LOG.log(Level.WARNING, "… and that cannot be written down", databaseAway);
    }
  }

  private static Refused.Reason reason(RuntimeException e, String servers) {
    String said = String.valueOf(e.getMessage());
    return e instanceof KafkaException
        ? new Refused.Reason("", "collect.kafka.away", List.of(servers, said))
        : new Refused.Reason("", "collect.kafka.store", List.of(said));
  }

  private void close(int sourceId) {
    Open topic = open.remove(sourceId);
    if (topic != null) {
      topic.reader.close();
    }
  }

  @PreDestroy
  void stop() {
    List.copyOf(open.keySet()).forEach(this::close);
  }

  /** Tries whether a topic can be read, and shows its first messages. */
  Connections.Answer test(Connection.Kafka to, Optional<String> password) {
    try (TopicReader reader = new TopicReader(to, password)) {
      Set<Integer> parts = reader.partitions();
      if (parts.isEmpty()) {
        throw Refused.unprocessable("collect.kafka.topic", to.topic());
      }
      reader.take(Map.of(), clock.instant());
      long waiting = reader.lag();
      List<List<String>> shown = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofSeconds(3))) {
        if (shown.size() < 20 && record.value() != null) {
          String text = new String(record.value(), StandardCharsets.UTF_8);
          shown.add(List.of(text.length() > 500 ? text.substring(0, 500) + "…" : text));
        }
      }
      return Connections.Answer.good(
          List.of("message"), shown, "collect.kafka.works", parts.size(), waiting);
    } catch (KafkaException e) {
      throw Refused.unprocessable(
          "collect.kafka.away", to.servers(), String.valueOf(e.getMessage()));
    }
  }
}
