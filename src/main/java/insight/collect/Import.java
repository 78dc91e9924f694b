package insight.collect;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One file that a source delivered. It shares its id with its job.
 *
 * @param waiting whether the file is still there to be read on
 * @param identical lines that equal an earlier line of the file; they were kept
 * @param reversedAt when it was undone: nothing of it is in the store any more
 * @param classes what the order lines were: class word to lines and amount
 */
public record Import(
    long id,
    int sourceId,
    String sourceName,
    String fileName,
    boolean waiting,
    String sha256,
    long bytes,
    Optional<String> encoding,
    Deliveries.Counts counts,
    long identical,
    Map<String, Object> classes,
    Optional<Instant> first,
    Optional<Instant> last,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> finishedAt,
    Optional<Instant> reversedAt,
    Optional<String> reversedBy) {}
