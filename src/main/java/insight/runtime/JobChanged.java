package insight.runtime;

/** A job was queued, made progress, or ended. */
public record JobChanged(long id, String kind, Job.State state) {}
