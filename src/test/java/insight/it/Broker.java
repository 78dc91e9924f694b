package insight.it;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real Kafka broker in this process. */
public final class Broker implements AutoCloseable {
  /** Held, so that their levels stay: a broker tells at length how it starts and stops. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.apache.kafka"), Logger.getLogger("kafka"));

  private final KafkaClusterTestKit cluster;

  private Broker(KafkaClusterTestKit cluster) {
    this.cluster = cluster;
  }

  public static Broker start(String topic, int partitions) throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    KafkaClusterTestKit cluster =
        new KafkaClusterTestKit.Builder(nodes)
            .setConfigProp("offsets.topic.replication.factor", "1")
            .setConfigProp("offsets.topic.num.partitions", "1")
            .build();
    cluster.format();
    cluster.startup();
    cluster.waitForReadyBrokers();
    try (var admin = cluster.admin()) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    }
    return new Broker(cluster);
  }

  public String servers() {
    return cluster.bootstrapServers();
  }

  public void send(String topic, List<String> messages)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String message : messages) {
        producer.send(new ProducerRecord<>(topic, message.getBytes(StandardCharsets.UTF_8)));
      }
      producer.flush();
    }
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
