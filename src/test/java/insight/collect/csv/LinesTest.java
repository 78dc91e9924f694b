package insight.collect.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  @TempDir Path folder;

  private Lines open(byte[] content) throws IOException {
    return Lines.open(Files.write(folder.resolve("file"), content));
  }

  private List<String> all(Lines lines) throws IOException {
    List<String> texts = new ArrayList<>();
    while (lines.next()) {
      texts.add(lines.text());
    }
    return texts;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void everyKindOfLineEndEndsALine() throws IOException {
    try (Lines lines = open(utf8("a\nb\r\nc\rd\n\nf"))) {
      assertEquals(List.of("a", "b", "c", "d", "", "f"), all(lines));
      assertEquals(6, lines.number());
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    try (Lines lines = open(utf8("\uFEFFid,größe\n1,2"))) {
      assertEquals(List.of("id,größe", "1,2"), all(lines));
      assertEquals("UTF-8", lines.encoding());
    }
  }

  @Test
  void utf16IsReadByItsMark() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      try (Lines lines = open(("\uFEFFid,größe\n1,😀 中文").getBytes(charset))) {
        assertEquals(List.of("id,größe", "1,😀 中文"), all(lines));
        assertEquals(charset.name(), lines.encoding());
      }
    }
  }

  @Test
  void whatIsNoValidUtf8IsWestern() throws IOException {
    try (Lines lines = open("café,€\nplain".getBytes(Charset.forName("windows-1252")))) {
      assertEquals(List.of("café,€", "plain"), all(lines));
      assertEquals("windows-1252", lines.encoding());
    }
  }

  @Test
  void gzipIsUndone() throws IOException {
    try (Lines lines = open(gzip(utf8("a\nb\n")))) {
      assertEquals(List.of("a", "b"), all(lines));
      assertFalse(lines.cut());
    }
  }

  @Test
  void aGzipFileThatBreaksOffKeepsItsWholeLines() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("line ").append(i * 7919L % 100_003).append('\n');
    }
    byte[] whole = gzip(utf8(text.toString()));
    try (Lines lines = open(Arrays.copyOf(whole, whole.length / 2))) {
      List<String> read = all(lines);
      assertTrue(lines.cut());
      assertTrue(read.size() > 1000 && read.size() < 20_000);
      assertEquals(Arrays.asList(text.toString().split("\n")).subList(0, read.size()), read);
    }
  }

  @Test
  void aGzipFileThatBreaksOffAtOnceIsCutToo() throws IOException {
    byte[] whole = gzip(utf8("a\nb\n"));
    for (int length : new int[] {2, 5, 11}) {
      try (Lines lines = open(Arrays.copyOf(whole, length))) {
        assertFalse(lines.next());
        assertTrue(lines.cut(), "cut at " + length);
      }
    }
  }

  @Test
  void otherKindsOfFilesAreNamed() {
    assertEquals(NotText.Kind.EXCEL, kind(new byte[] {'P', 'K', 3, 4, 0, 0}));
    assertEquals(NotText.Kind.PDF, kind(utf8("%PDF-1.7")));
    assertEquals(NotText.Kind.IMAGE, kind(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
    assertEquals(NotText.Kind.BINARY, kind(new byte[200]));
  }

  private NotText.Kind kind(byte[] content) {
    return assertThrows(NotText.class, () -> open(content).close()).kind();
  }

  @Test
  void anEndlessLineIsReportedAndNotKept() throws IOException {
    byte[] endless = new byte[10_000_000];
    Arrays.fill(endless, (byte) 'x');
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(utf8("a\n"));
    file.writeBytes(endless);
    file.writeBytes(utf8("\nb\n"));
    try (Lines lines = open(file.toByteArray())) {
      assertTrue(lines.next());
      assertTrue(lines.next());
      assertTrue(lines.tooLong());
      assertTrue(lines.text().length() <= Lines.LONGEST);
      assertTrue(lines.next());
      assertEquals("b", lines.text());
      assertFalse(lines.tooLong());
      assertEquals(3, lines.number());
    }
  }

  @Test
  void anEmptyFileHasNoLine() throws IOException {
    try (Lines lines = open(new byte[0])) {
      assertFalse(lines.next());
      assertFalse(lines.cut());
    }
  }

  @Test
  void linesMayCrossTheBuffersEdge() throws IOException {
    String long1 = "é".repeat(40_000 / 2);
    try (Lines lines = open(utf8((long1 + "\r\n").repeat(5)))) {
      assertEquals(List.of(long1, long1, long1, long1, long1), all(lines));
    }
  }
}
