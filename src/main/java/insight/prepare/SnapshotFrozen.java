package insight.prepare;

/** A snapshot was frozen. */
public record SnapshotFrozen(long id, Snapshot.Kind kind, long rows) {}
