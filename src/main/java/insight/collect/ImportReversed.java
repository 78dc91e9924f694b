package insight.collect;

/** An import was undone: its events are gone. */
public record ImportReversed(int sourceId, long importId, long events) {}
