package insight.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of lines on the way from the reading to the storing side: one transaction. */
final class Chunk {
  /** Characters of rejected records that a chunk keeps; one with more has one trouble. */
  private static final long MOST_KEPT = 16_000_000;

  final EventBatch batch = new EventBatch();
  final List<Reject> rejects = new ArrayList<>();

  /** The rejected records as they stood, by the line they begin in, so that they can be mended. */
  final Map<Long, RejectedRecord> records = new HashMap<>();

  private long kept;

  /** Keeps a rejected record whole, unless the chunk holds too many long ones. */
  void keep(long line, RejectedRecord record) {
    kept += record.size();
    if (kept <= MOST_KEPT) {
      records.put(line, record);
    }
  }

  /** Records read, the rejected ones among them. */
  long read;

  /** Records that equal an earlier one of the file. */
  long identical;

  /** The last line that is part of it. */
  long lastLine;

  /** Bytes of the file read so far, for the progress. */
  long bytes;

  /** What the cleaning rules noticed in these lines. */
  RecordCleaner.@Nullable Noticed noticed;

  /** Of a query's rows: the newest value of the column that grows. */
  @Nullable String watermark;

  String encoding = "";
}
