package insight.collect;

import java.time.Instant;

/** New events were stored. */
public record EventsCollected(int sourceId, long accepted, Instant newest) {}
