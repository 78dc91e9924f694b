package insight.collect;

import insight.collect.TopicMessages.Refusal;
import insight.privacy.Vault;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Offsets, leases and refused messages of topics. */
@ApplicationScoped
class TopicRows {
  /** Refused messages that are kept of a partition, the newest. */
  private static final int MOST_REJECTS = 1_000;

  private static final Duration LEASE = Duration.ofSeconds(30);

  @Inject Jdbi jdbi;
  @Inject Vault vault;
  @Inject Clock clock;

  private record Offset(int part, long nextOffset) {}

  /** Whether this node reads the source now: it did before, or nobody says that he does. */
  boolean lease(int sourceId, String node) {
    Instant now = clock.instant();
    return jdbi.withHandle(
            h ->
                h.createUpdate(
                        """
                        insert into co_source_run as r (source_id, node, node_until)
                        values (:id, :node, :until)
                        on conflict (source_id) do update
                          set node = excluded.node, node_until = excluded.node_until
                        where r.node is null or r.node = :node or r.node_until < :now""")
                    .bind("id", sourceId)
                    .bind("node", node)
                    .bind("until", now.plus(LEASE))
                    .bind("now", now)
                    .execute())
        == 1;
  }

  Map<Integer, Long> offsets(int sourceId, String topic) {
    Map<Integer, Long> offsets = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    select part, next_offset from co_kafka_offset
                    where source_id = :id and topic = :topic""")
                .bind("id", sourceId)
                .bind("topic", topic)
                .mapTo(Offset.class)
                .forEach(o -> offsets.put(o.part(), o.nextOffset())));
    return offsets;
  }

  /**
   * The next offset to store of a partition, locked in the caller's transaction: of two nodes that
   * both think they read the topic, the second finds that the first was there.
   */
  long next(int sourceId, String topic, int part, long first) {
    return jdbi.withHandle(
        h -> {
          h.createUpdate(
                  """
                  insert into co_kafka_offset (source_id, topic, part, next_offset)
                  values (:id, :topic, :part, :first) on conflict do nothing""")
              .bind("id", sourceId)
              .bind("topic", topic)
              .bind("part", part)
              .bind("first", first)
              .execute();
          return h.createQuery(
                  """
                  select next_offset from co_kafka_offset
                  where source_id = :id and topic = :topic and part = :part for update""")
              .bind("id", sourceId)
              .bind("topic", topic)
              .bind("part", part)
              .mapTo(Long.class)
              .one();
        });
  }

  void move(int sourceId, String topic, int part, long next) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update co_kafka_offset set next_offset = :next
                    where source_id = :id and topic = :topic and part = :part""")
                .bind("next", next)
                .bind("id", sourceId)
                .bind("topic", topic)
                .bind("part", part)
                .execute());
  }

  void rejects(int sourceId, List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        h -> {
          PreparedBatch batch =
              h.prepareBatch(
                  """
                  insert into co_kafka_reject (source_id, part, message_offset, value_cipher,
                    reason_key, reason_arguments, at)
                  values (:id, :part, :offset, :value, :key, cast(:arguments as jsonb), :at)
                  on conflict do nothing""");
          refusals.stream()
              .skip(Math.max(0, refusals.size() - MOST_REJECTS))
              .forEach(
                  r ->
                      batch
                          .bind("id", sourceId)
                          .bind("part", r.part())
                          .bind("offset", r.offset())
                          .bind("value", vault.encrypt("co_kafka_reject.value_cipher", r.value()))
                          .bind("key", r.key())
                          .bind(
                              "arguments",
                              Json.value(r.arguments()).toString().replace("\\u0000", "␀"))
                          .bind("at", clock.instant())
                          .add());
          batch.execute();
          h.createUpdate(
                  """
                  delete from co_kafka_reject r where source_id = :id and message_offset < (
                    select max(message_offset) - :most from co_kafka_reject m
                    where m.source_id = r.source_id and m.part = r.part)""")
              .bind("id", sourceId)
              .bind("most", MOST_REJECTS * 100L)
              .execute();
        });
  }

  void lag(int sourceId, long lag) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update co_source_run set lag = :lag, last_run = :now, trouble_key = null
                    where source_id = :id""")
                .bind("lag", lag)
                .bind("now", clock.instant())
                .bind("id", sourceId)
                .execute());
  }
}
