package insight.collect;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file as a sequence of records that become rows or rejects. */
interface Delivery extends Closeable {
  /**
   * Reads the next record.
   *
   * @param after records up to this line were stored before: they are read, since later ones may
   *     depend on them, but leave nothing in the chunk
   * @return false at the end of the file
   */
  boolean next(Chunk chunk, long after) throws IOException;

  /** What the cleaning rules noticed since this was last asked. */
  default RecordCleaner.@Nullable Noticed noticed() {
    return null;
  }

  /** Whether the file breaks off in the middle. */
  boolean cut();

  /** Bytes of the file read so far. */
  long bytes();

  /** The encoding found so far. */
  String encoding();
}
