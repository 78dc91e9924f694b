package insight.collect.csv;

import insight.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, to know how large it really becomes before the
 * reader, which trusts it, holds its shared strings in memory.
 */
final class Unfolded {
  /** The texts of a workbook are held in memory while it is read: 64 MB. */
  static final long MOST_STRINGS = 64L << 20;

  private static final byte[] ROW = {'<', 'r', 'o', 'w'};

  private Unfolded() {}

  /**
   * How many rows the workbook's sheets hold.
   *
   * @throws Refused when it is a bomb
   */
  static long rows(Path file) throws IOException {
    long packed = 0;
    long unpacked = 0;
    long rows = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        packed += Math.max(0, entry.getCompressedSize());
        boolean sheet = entry.getName().startsWith("xl/worksheets/");
        long before = unpacked;
        try (InputStream in = zip.getInputStream(entry)) {
          int match = 0;
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            check(entry, unpacked - before, unpacked, packed);
            for (int i = 0; sheet && i < n; i++) {
              match = buffer[i] == ROW[match] ? match + 1 : buffer[i] == ROW[0] ? 1 : 0;
              if (match == ROW.length) {
                rows++;
                match = 0;
              }
            }
          }
        }
      }
    } catch (IOException broken) {
      throw Refused.unprocessable("collect.import.workbook", String.valueOf(broken.getMessage()));
    }
    return rows;
  }

  private static void check(ZipArchiveEntry entry, long own, long all, long packed) {
    Bounded.check(all, packed);
    if (!entry.getName().startsWith("xl/worksheets/") && own > MOST_STRINGS) {
      throw Refused.unprocessable("collect.import.strings", MOST_STRINGS >> 20);
    }
  }
}
