package insight.runtime;

/** The storage became full, or has room again. */
public record StorageChanged(boolean full) {}
