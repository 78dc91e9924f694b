package insight.collect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of lines on the way from the reading to the storing side: one transaction. */
final class Chunk {
  final EventBatch batch = new EventBatch();
  final List<Reject> rejects = new ArrayList<>();

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

  String encoding = "";
}
