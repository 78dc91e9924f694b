package insight.collect.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
  @TempDir Path folder;

  /** Records as text: fields joined by a bar, faults by name, each with its line. */
  private List<String> read(String content, Separator separator, int columns) throws IOException {
    List<String> found = new ArrayList<>();
    try (Lines lines = Lines.open(Files.writeString(folder.resolve("file"), content))) {
      Records records = new Records(lines, separator, columns);
      for (Optional<Records.Found> next = records.next(); next.isPresent(); next = records.next()) {
        found.add(
            switch (next.get()) {
              case Records.Found.Fields(long line, String[] fields) ->
                  line + ":" + String.join("|", fields);
              case Records.Found.Broken(long line, Records.Fault fault, String start) ->
                  line + ":" + fault;
            });
      }
    }
    return found;
  }

  private List<String> read(String content) throws IOException {
    return read(content, Separator.COMMA, 3);
  }

  @Test
  void plainLinesFallApartAtTheSeparator() throws IOException {
    assertEquals(List.of("1:a|b|c", "2:||"), read("a,b,c\n,,\n"));
  }

  @Test
  void blankLinesArePassedOver() throws IOException {
    assertEquals(List.of("2:a|b|c", "5:d|e|f"), read("\na,b,c\n\n  \nd,e,f\n\n"));
  }

  @Test
  void quotedFieldsMayHoldSeparatorsQuotesAndLineBreaks() throws IOException {
    assertEquals(
        List.of("1:a,1|say \"hi\"|x\ny", "3:d|e|f"),
        read("\"a,1\",\"say \"\"hi\"\"\",\"x\ny\"\nd,e,f"));
  }

  @Test
  void aQuoteInsideAnUnquotedFieldIsASignLikeAnyOther() throws IOException {
    assertEquals(List.of("1:RECORD 7\" FRAME|b|c"), read("RECORD 7\" FRAME,b,c"));
  }

  @Test
  void anUnclosedQuoteCostsItsOwnLineOnly() throws IOException {
    assertEquals(
        List.of("1:a|b|c", "2:UNCLOSED_QUOTE", "3:g|h|i", "4:j|k|l"),
        read("a,b,c\nd,\"e,f\ng,h,i\nj,k,l\n"));
  }

  @Test
  void anUnclosedQuoteBeforeAQuotedLineCostsItsOwnLineOnly() throws IOException {
    assertEquals(
        List.of("1:UNCLOSED_QUOTE", "2:g|h|i", "3:j|k|l"), read("d,\"e,f\ng,\"h\",i\nj,k,l\n"));
  }

  @Test
  void anUnclosedQuoteInTheMiddleOfManyLinesLosesNone() throws IOException {
    StringBuilder content = new StringBuilder("x,\"y,z\n");
    for (int i = 0; i < 1000; i++) {
      content.append("a,b,").append(i).append('\n');
    }
    List<String> found = read(content.toString());
    assertEquals(1001, found.size());
    assertEquals("1:UNCLOSED_QUOTE", found.getFirst());
    assertEquals("1001:a|b|999", found.getLast());
  }

  @Test
  void anUnclosedQuoteInTheLastLineIsBroken() throws IOException {
    assertEquals(List.of("1:a|b|c", "2:UNCLOSED_QUOTE"), read("a,b,c\nd,\"e,f"));
  }

  @Test
  void textBehindAClosingQuoteIsBroken() throws IOException {
    assertEquals(List.of("1:STRAY_QUOTE", "2:d|e|f"), read("\"a\"x,b,c\nd,e,f"));
  }

  @Test
  void aNulByteBreaksItsLine() throws IOException {
    assertEquals(
        List.of("1:aaaaaaaaaaaaaaaaaaaaaaaaaaa|b|c", "2:NUL", "3:g|h|i"),
        read("aaaaaaaaaaaaaaaaaaaaaaaaaaa,b,c\nd,\0,f\ng,h,i"));
  }

  @Test
  void aFieldOfTenMegabytesBreaksItsLine() throws IOException {
    assertEquals(
        List.of("1:a|b|c", "2:TOO_LONG", "3:g|h|i"),
        read("a,b,c\nd," + "x".repeat(10_000_000) + ",f\ng,h,i"));
  }

  @Test
  void theWrongNumberOfFieldsIsLeftToTheReader() throws IOException {
    assertEquals(List.of("1:a|b", "2:a|b|c|d"), read("a,b\na,b,c,d"));
  }

  @Test
  void runsOfBlanksPartFields() throws IOException {
    assertEquals(
        List.of("1:00001|19970101|1|11.77"),
        read(" 00001 19970101  1   11.77\r\n", Separator.BLANKS, 4));
  }

  @Test
  void theSeparatorIsTheOneThatPartsTheHeaderMost() {
    assertEquals(Separator.COMMA, Separator.of("a,b,c"));
    assertEquals(Separator.SEMICOLON, Separator.of("a;b;\"c,d,e,f\""));
    assertEquals(Separator.TAB, Separator.of("a\tb\tc, with comma"));
    assertEquals(Separator.COMMA, Separator.of("alone"));
  }
}
