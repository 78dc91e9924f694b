package insight.predict;

import java.time.Instant;

/**
 * One scoring of everybody.
 *
 * @param cutoff what the scores know
 */
public record Scoring(
    long id, long modelId, long snapshotId, Instant cutoff, int days, Instant at, long people) {}
