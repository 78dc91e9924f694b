package insight.collect.csv;

import insight.kernel.Refused;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a text file, one at a time. Gzip is undone, a byte order mark is obeyed;
 * without one the text is UTF-16 when every other byte is zero, else a line is UTF-8, and when it
 * is no valid UTF-8 it is GB18030 or Windows-1252 (which holds Latin-1), as {@link Encodings}
 * tells.
 */
public final class Lines implements Closeable {
  /** Longer lines are reported, not kept. */
  public static final int LONGEST = 64 * 1024;

  private static final int HEAD = 32 * 1024;

  private final Counted file;
  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private byte[] line = new byte[1024];
  private int length;
  private long number;
  private boolean tooLong;
  private boolean afterReturn;
  private boolean cut;
  private String encoding;

  /** What lines are in that are no UTF-8; null until there was one. */
  private @Nullable Charset legacy;

  private Lines(Counted file, InputStream in, long before, String encoding) {
    this.file = file;
    this.in = in;
    this.number = before;
    this.encoding = encoding;
  }

  /**
   * Opens a file.
   *
   * @throws NotText when it is of another kind
   */
  public static Lines open(Path path) throws IOException {
    Counted file = new Counted(Files.newInputStream(path));
    try {
      return open(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static Lines open(Counted file) throws IOException {
    InputStream in = new BufferedInputStream(file, 64 * 1024);
    if (Sniffer.gzip(head(in))) {
      in = new BufferedInputStream(new Bounded(new Unzipped(in), file), 64 * 1024);
      if (Sniffer.packed(head(in))) {
        throw Refused.unprocessable("collect.import.nested");
      }
    }
    return of(file, in, 0);
  }

  /**
   * The lines of a stream.
   *
   * @param file counts the bytes of the file it comes from
   * @param in can be marked
   * @param before how many lines of the delivery came before
   */
  static Lines of(Counted file, InputStream in, long before) throws IOException {
    byte[] head = head(in);
    Optional<Sniffer.Mark> mark = Sniffer.mark(head);
    Optional<Charset> wide = mark.isEmpty() ? Encodings.wide(head) : Optional.empty();
    if (wide.isPresent()) {
      return new Lines(file, new Transcoded(in, wide.get()), before, wide.get().name());
    }
    Sniffer.requireText(head);
    if (mark.isEmpty()) {
      return plain(new Lines(file, in, before, "UTF-8"), head);
    }
    in.skipNBytes(mark.get().length());
    Charset charset = mark.get().charset();
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    return new Lines(
        file, utf8 ? in : new Transcoded(in, charset), before, utf8 ? "UTF-8" : charset.name());
  }

  /** A file whose first lines are Chinese and no UTF-8 is so throughout. */
  private static Lines plain(Lines lines, byte[] head) {
    if (!Encodings.utf8Head(head)
        && Encodings.legacy(head, head.length).equals(Encodings.CHINESE)) {
      lines.legacy = Encodings.CHINESE;
      lines.encoding = Encodings.CHINESE.name();
    }
    return lines;
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(HEAD + 1);
    byte[] head = new byte[HEAD];
    int n = 0;
    try {
      n = in.readNBytes(head, 0, HEAD);
    } catch (EOFException | ZipException cutInTheHead) {
      // the reading of lines meets the end again and says so
      n = 0;
    }
    in.reset();
    return Arrays.copyOf(head, n);
  }

  /** Moves to the next line; false at the end, or where a gzip stream breaks off. */
  public boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (true) {
      if (at == end && !fill()) {
        boolean last = any && !cut;
        number += last ? 1 : 0;
        return last;
      }
      if (afterReturn) {
        afterReturn = false;
        if (buffer[at] == '\n') {
          at++;
          continue;
        }
      }
      any = true;
      int stop = stop();
      keep(at, stop);
      at = stop;
      if (stop < end) {
        afterReturn = buffer[at++] == '\r';
        number++;
        return true;
      }
    }
  }

  private int stop() {
    int i = at;
    while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
      i++;
    }
    return i;
  }

  private void keep(int from, int to) {
    int more = to - from;
    if (length + more > LONGEST) {
      tooLong = true;
      more = Math.max(0, Math.min(more, 200 - length));
    }
    if (tooLong && length >= 200) {
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(buffer, from, line, length, more);
    length += more;
  }

  private boolean fill() throws IOException {
    if (cut) {
      return false;
    }
    try {
      at = 0;
      end = Math.max(0, in.read(buffer));
      return end > 0;
    } catch (EOFException | ZipException brokenOff) {
      cut = true;
      end = 0;
      return false;
    }
  }

  /** The line, without its end; of a line that is too long the beginning. */
  public String text() {
    if (Encodings.CHINESE.equals(legacy)) {
      return new String(line, 0, length, legacy);
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0 || Encodings.utf8(line, length)) {
      return text;
    }
    Charset other = legacy == null ? Encodings.legacy(line, length) : legacy;
    legacy = other;
    encoding = other.name();
    return new String(line, 0, length, other);
  }

  /** Number of the line, from 1. */
  public long number() {
    return number;
  }

  public boolean tooLong() {
    return tooLong;
  }

  /** Whether the file ended in the middle of its gzip stream. */
  public boolean cut() {
    return cut;
  }

  /** The encoding, as far as was read. */
  public String encoding() {
    return encoding;
  }

  /** Bytes of the file that were read; may be asked by another thread. */
  public long bytes() {
    return file.count();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Gzip whose very header may be cut: then it is an empty stream that breaks off. */
  private static final class Unzipped extends InputStream {
    private final InputStream packed;
    private @Nullable GZIPInputStream in;

    Unzipped(InputStream packed) {
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      GZIPInputStream unpacked = in;
      if (unpacked == null) {
        unpacked = new GZIPInputStream(packed, 64 * 1024);
        in = unpacked;
      }
      return unpacked.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
      packed.close();
    }
  }
}
