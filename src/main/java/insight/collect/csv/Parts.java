package insight.collect.csv;

import insight.kernel.Refused;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text files in a delivery: the file itself, or those in a ZIP archive one after the other. An
 * archive is read as it streams by; names in it are never used as paths. Archives in archives,
 * bombs and encrypted entries are refused.
 */
public final class Parts implements Closeable {
  /** Files that an archive may hold. */
  public static final int MOST_FILES = 1_000;

  private final Counted file;
  private final @Nullable ZipInputStream zip;
  private final @Nullable InputStream bounded;
  private @Nullable Lines plain;
  private Lines current;
  private int files;

  private Parts(Counted file, @Nullable ZipInputStream zip, Lines first) {
    this.file = file;
    this.zip = zip;
    this.bounded = zip == null ? null : new Bounded(new Open(zip), file);
    this.plain = zip == null ? first : null;
    this.current = first;
  }

  /**
   * Opens a file of text, gzip or not, or a ZIP archive of such.
   *
   * @throws NotText when it is of another kind
   * @throws Refused when it is an archive that must not be unpacked
   */
  public static Parts of(Path path) throws IOException {
    if (!Archive.is(path)) {
      Lines lines = Lines.open(path);
      return new Parts(new Counted(InputStream.nullInputStream()), null, lines);
    }
    if (Archive.of(path).excel()) {
      throw new NotText(NotText.Kind.EXCEL);
    }
    Counted file = new Counted(Files.newInputStream(path));
    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(file, 64 * 1024));
    return new Parts(file, zip, Lines.of(file, new ByteArrayInputStream(new byte[0]), 0));
  }

  /** The lines of the next file; empty behind the last. Their numbers go on. */
  public Optional<Lines> next() throws IOException {
    if (zip == null) {
      Optional<Lines> once = Optional.ofNullable(plain);
      plain = null;
      return once;
    }
    while (!current.cut() && bounded != null) {
      Optional<ZipEntry> entry = entry(zip);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      if (++files > MOST_FILES) {
        throw Refused.unprocessable("collect.import.manyFiles", MOST_FILES);
      }
      if (holdsData(entry.get().getName())) {
        return Optional.of(lines(new BufferedInputStream(bounded, 64 * 1024)));
      }
    }
    return Optional.empty();
  }

  private Lines lines(InputStream in) throws IOException {
    in.mark(512);
    byte[] head = head(in);
    in.reset();
    if (Sniffer.packed(head)) {
      throw Refused.unprocessable("collect.import.nested");
    }
    current = Lines.of(file, in, current.number());
    return current;
  }

  private static byte[] head(InputStream in) throws IOException {
    try {
      return in.readNBytes(500);
    } catch (EOFException | ZipException cutInTheHead) {
      // the reading of lines meets the end again and says so
      return new byte[0];
    }
  }

  private static Optional<ZipEntry> entry(ZipInputStream zip) throws IOException {
    try {
      return Optional.ofNullable(zip.getNextEntry());
    } catch (EOFException brokenOff) {
      return Optional.empty();
    } catch (ZipException odd) {
      throw Refused.unprocessable("collect.import.zip", String.valueOf(odd.getMessage()));
    }
  }

  /** What operating systems put beside the files is no data. */
  private static boolean holdsData(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return !last.isEmpty() && !last.startsWith(".") && !name.startsWith("__MACOSX/");
  }

  @Override
  public void close() throws IOException {
    current.close();
    if (zip != null) {
      zip.close();
    }
    file.close();
  }

  /** The entry's end is no reason to close the archive. */
  private static final class Open extends FilterInputStream {
    Open(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // closed with the archive
    }
  }
}
