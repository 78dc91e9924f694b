package insight.collect.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  @TempDir Path folder;

  private interface Content {
    void into(OutputStream out) throws IOException;
  }

  private record Entry(String name, Content content) {}

  private static Entry entry(String name, String text) {
    return new Entry(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path zip(Entry... entries) throws IOException {
    Path file = folder.resolve("file.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Entry entry : entries) {
        zip.putNextEntry(new ZipEntry(entry.name()));
        entry.content().into(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  private static Content zeros(long bytes) {
    byte[] block = new byte[1 << 20];
    java.util.Arrays.fill(block, (byte) 'a');
    return out -> {
      for (long n = 0; n < bytes; n += block.length) {
        out.write(block);
      }
    };
  }

  private static List<String> read(Path file) throws IOException {
    List<String> records = new ArrayList<>();
    try (TextTable table = TextTable.open(file, Optional.empty(), null)) {
      records.add("0:" + String.join("|", table.header()));
      for (Optional<Records.Found> found = table.next(); found.isPresent(); found = table.next()) {
        if (found.get() instanceof Records.Found.Fields(long line, String[] fields)) {
          records.add(line + ":" + String.join("|", fields));
        }
      }
    }
    return records;
  }

  private static String refusal(Path file) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThrows(Refused.class, () -> read(file)).reasons().getFirst().key());
  }

  @Test
  void theFilesOfAnArchiveAreReadOneAfterTheOther() throws IOException {
    Path file =
        zip(
            entry("januar/", ""),
            entry("../../etc/passwd", "a,b\n1,2\n3,4\n"),
            entry("__MACOSX/._x.csv", "junk"),
            entry("empty.csv", ""),
            entry("b.csv", "a,b\n5,6"));
    assertEquals(List.of("0:a|b", "2:1|2", "3:3|4", "5:5|6"), read(file));
  }

  @Test
  void filesOfOtherColumnsAreNotReadTogether() throws IOException {
    Path file = zip(entry("a.csv", "a,b\n1,2\n"), entry("b.csv", "a,c\n5,6"));
    assertEquals("collect.import.otherColumns", refusal(file));
  }

  @Test
  void anArchiveInAnArchiveIsRefused() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(inner)) {
      gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] packed = inner.toByteArray();
    assertEquals(
        "collect.import.nested", refusal(zip(new Entry("a.csv.gz", o -> o.write(packed)))));
    Path twice = folder.resolve("twice.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(twice))) {
      gzip.write(packed);
    }
    assertEquals("collect.import.nested", refusal(twice));
  }

  @Test
  void bombsAreRefusedBeforeTheyGoOff() throws IOException {
    Path gzip = folder.resolve("bomb.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip), 1 << 16)) {
      out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
      zeros(100L << 20).into(out);
    }
    long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertEquals("collect.import.bomb", refusal(gzip));
    assertEquals("collect.import.bomb", refusal(zip(new Entry("a.csv", zeros(100L << 20)))));
    long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertTrue(after - before < 100L << 20, "the bomb was not held in memory");
  }

  @Test
  void anArchiveThatLiesAboutItsSizeIsRefusedWhileItIsRead() throws IOException {
    Path file = zip(new Entry("a.csv", zeros(100L << 20)));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 24] = 9;
        bytes[i + 25] = bytes[i + 26] = bytes[i + 27] = 0;
      }
    }
    assertEquals("collect.import.bomb", refusal(Files.write(folder.resolve("lie.zip"), bytes)));
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    Entry[] many = new Entry[Parts.MOST_FILES + 1];
    java.util.Arrays.setAll(many, i -> entry(i + ".csv", "a,b\n1,2\n"));
    assertEquals("collect.import.manyFiles", refusal(zip(many)));
  }

  @Test
  void anArchiveThatBreaksOffIsReadAsFarAsItGoes() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 200_000; i++) {
      text.append(i * 7919L % 1_000_003).append(',').append(i).append('\n');
    }
    byte[] bytes = Files.readAllBytes(zip(entry("a.csv", text.toString())));
    Path half =
        Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    try (TextTable table = TextTable.open(half, Optional.empty(), null)) {
      int records = 0;
      while (table.next().isPresent()) {
        records++;
      }
      assertTrue(records > 50_000 && records < 150_000, "read " + records);
      assertTrue(table.cut());
    }
  }

  @Test
  void damagedArchivesAreRefusedOrReadButNeverAnError() throws IOException {
    byte[] good = Files.readAllBytes(zip(entry("a.csv", "a,b\n1,2\n3,4\n".repeat(50))));
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k < 3; k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("bad"), bad);
      try {
        assertFalse(read(file).isEmpty());
      } catch (Refused | NotText known) {
        assertFalse(String.valueOf(known.getMessage()).isEmpty());
      }
    }
  }

  @Test
  void encodingsAreFoundAndShown() throws IOException {
    String chinese = "客户,商品,数量\n张伟,电子产品,2\n李娜,女装,1\n";
    String accents = "name,ville\nRené,Orléans\nZoé,Besançon\nMüller,Köln\n";
    assertEquals("GB18030", encoding(chinese.getBytes(Charset.forName("GB18030")), "张伟"));
    assertEquals("UTF-8", encoding(chinese.getBytes(StandardCharsets.UTF_8), "张伟"));
    assertEquals("windows-1252", encoding(accents.getBytes(StandardCharsets.ISO_8859_1), "René"));
    assertEquals("UTF-16LE", encoding(accents.getBytes(StandardCharsets.UTF_16LE), "René"));
    assertEquals("UTF-16BE", encoding(accents.getBytes(StandardCharsets.UTF_16BE), "René"));
    assertEquals(
        "UTF-16LE", encoding(("\ufeff" + chinese).getBytes(StandardCharsets.UTF_16LE), "张伟"));
    assertEquals("UTF-8", encoding(("\ufeff" + accents).getBytes(StandardCharsets.UTF_8), "René"));
  }

  @Test
  void chineseThatComesLateIsFoundToo() throws IOException {
    String text = "id,name\n" + "1,plain\n".repeat(20_000) + "2,张伟与李娜\n";
    assertEquals("GB18030", encoding(text.getBytes(Charset.forName("GB18030")), "张伟与李娜"));
  }

  private String encoding(byte[] bytes, String expected) throws IOException {
    Path file = Files.write(folder.resolve("text"), bytes);
    assertTrue(read(file).toString().contains(expected), expected);
    try (TextTable table = TextTable.open(file, Optional.empty(), null)) {
      while (table.next().isPresent()) {
        // to the end
      }
      return table.encoding();
    }
  }
}
