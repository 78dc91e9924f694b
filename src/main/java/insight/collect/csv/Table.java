package insight.collect.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A delivery as named columns and a run of records, whatever kind of file it came in. */
public interface Table extends Closeable {
  /** The columns' names. */
  List<String> header();

  /** The next record, or what stands in its place; empty at the end. */
  Optional<Records.Found> next() throws IOException;

  /** The last line of the newest record. Numbers go on from file to file of an archive. */
  long lastLine();

  /** Bytes of the file read so far; may be asked by another thread. */
  long bytes();

  /** The encoding, as far as was read. */
  String encoding();

  /** Whether the file breaks off in the middle. */
  boolean cut();
}
