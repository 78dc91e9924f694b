package insight.collect.csv;

import insight.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The table of contents of a ZIP archive, looked at before anything is unpacked: how many files it
 * says it holds, how large they say they become, and whether it is an Excel workbook. What it says
 * may be a lie, so the unpacking is bounded as well ({@link Bounded}). Zip: PKWARE's APPNOTE, 4.3.
 *
 * @param excel whether it is a workbook
 */
record Archive(boolean excel) {
  /** Largest table of contents, 2 MB: a thousand files take a tenth of it. */
  private static final int LARGEST_CONTENTS = 2 << 20;

  /** Stands for a number that ZIP64 keeps in another place. */
  private static final long ELSEWHERE = 0xffff_ffffL;

  private static final int END = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int END_SIGN = 0x06054b50;
  private static final int ENTRY_SIGN = 0x02014b50;
  private static final int ENTRY = 46;

  static boolean is(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Sniffer.zip(in.readNBytes(8));
    }
  }

  /**
   * Reads the table of contents; an archive without one (cut off) says nothing about itself.
   *
   * @throws Refused when it must not be unpacked
   */
  static Archive of(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      ByteBuffer tail = tail(file);
      int end = tail.limit() - END;
      while (end >= 0 && tail.getInt(end) != END_SIGN) {
        end--;
      }
      return end < 0 ? new Archive(false) : contents(file, tail, end);
    }
  }

  private static ByteBuffer tail(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[(int) Math.min(file.length(), END + LONGEST_COMMENT)];
    file.seek(file.length() - bytes.length);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Archive contents(RandomAccessFile file, ByteBuffer tail, int end)
      throws IOException {
    int files = tail.getShort(end + 10) & 0xffff;
    long size = tail.getInt(end + 12) & 0xffff_ffffL;
    long from = tail.getInt(end + 16) & 0xffff_ffffL;
    if (size == ELSEWHERE || from == ELSEWHERE) {
      // ZIP64 says it in another place; such an archive is bounded while it is read
      return new Archive(false);
    }
    if (files > Parts.MOST_FILES || size > LARGEST_CONTENTS) {
      throw Refused.unprocessable("collect.import.manyFiles", Parts.MOST_FILES);
    }
    if (from + size > file.length()) {
      throw Refused.unprocessable("collect.import.zip", "CEN");
    }
    byte[] bytes = new byte[(int) size];
    file.seek(from);
    file.readFully(bytes);
    return entries(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), file.length());
  }

  private static Archive entries(ByteBuffer contents, long packed) {
    boolean excel = false;
    long unpacked = 0;
    int at = 0;
    while (at + ENTRY <= contents.limit() && contents.getInt(at) == ENTRY_SIGN) {
      int name = contents.getShort(at + 28) & 0xffff;
      int next =
          at
              + ENTRY
              + name
              + (contents.getShort(at + 30) & 0xffff)
              + (contents.getShort(at + 32) & 0xffff);
      if (next > contents.limit()) {
        break;
      }
      long becomes = contents.getInt(at + 24) & 0xffff_ffffL;
      unpacked += becomes == ELSEWHERE ? 0 : becomes;
      excel |= name(contents, at + ENTRY, name).equals("xl/workbook.xml");
      at = next;
    }
    Bounded.check(unpacked, packed);
    return new Archive(excel);
  }

  private static String name(ByteBuffer contents, int from, int length) {
    return new String(contents.array(), from, length, StandardCharsets.UTF_8);
  }
}
