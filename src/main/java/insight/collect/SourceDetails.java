package insight.collect;

import insight.kernel.Refused;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * All that people set at a source, and how its own running stands.
 *
 * @param shop sources with the same word share customers and orders
 * @param settings of its connection, without secrets
 * @param secret whether a password is kept with them
 * @param licence under which its data may be used
 * @param retentionDays after which its events are deleted; empty: kept
 * @param watermark of a query: the last value of the column that grows
 * @param lag of a topic: messages that wait to be read
 * @param trouble why the last run failed
 * @param folder which is watched for its files; empty for kinds without files
 */
public record SourceDetails(
    Source source,
    Optional<String> shop,
    JsonObject settings,
    boolean secret,
    Optional<String> licence,
    Optional<Basis> basis,
    Optional<Integer> retentionDays,
    Optional<Schedule> schedule,
    Optional<Instant> nextRun,
    Optional<Instant> lastRun,
    Optional<String> watermark,
    Optional<Long> lag,
    Optional<Refused.Reason> trouble,
    String folder) {}
