package insight.launch.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the messages go, one a line, counted by kind. */
final class Lines {
  private final OutputStream out;
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private long bytes;

  Lines(OutputStream out) {
    this.out = out;
  }

  void write(String kind, String text) {
    try {
      byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(line);
      bytes += line.length;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    counts.merge(kind, 1L, Long::sum);
  }

  Generator.Written written() {
    return new Generator.Written(counts, bytes);
  }
}
