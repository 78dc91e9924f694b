package insight.collect.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTableTest {
  @TempDir Path folder;

  private Path workbook(Consumer<Workbook> content) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      content.accept(workbook);
    }
    return file;
  }

  private static List<String> read(Path file, Optional<String> sheet) throws IOException {
    List<String> records = new ArrayList<>();
    try (SheetTable table = SheetTable.open(file, sheet)) {
      records.add("0:" + String.join("|", table.header()));
      for (Optional<Records.Found> found = table.next(); found.isPresent(); found = table.next()) {
        if (found.get() instanceof Records.Found.Fields(long line, String[] fields)) {
          records.add(line + ":" + String.join("|", fields));
        }
      }
      assertEquals(Files.size(file), table.bytes(), "all of it was read");
    }
    return records;
  }

  private static String refusal(Path file, Optional<String> sheet) {
    return assertThrows(Refused.class, () -> read(file, sheet)).reasons().getFirst().key();
  }

  @Test
  void cellsBecomeWhatAPersonWouldWrite() throws IOException {
    Path file =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("Orders");
              String[] names = {"day", "at", "number", "price", "sum", "text", "yes", "gap"};
              for (int i = 0; i < names.length; i++) {
                sheet.value(1, i, names[i]);
              }
              sheet.value(3, 0, LocalDate.of(2025, 3, 1));
              sheet.style(3, 0).format("yyyy-mm-dd").set();
              sheet.value(3, 1, LocalDateTime.of(2025, 3, 1, 8, 26, 30));
              sheet.style(3, 1).format("d/m/yy h:mm").set();
              sheet.value(3, 2, 17850);
              sheet.value(3, 3, new BigDecimal("2.55"));
              sheet.value(3, 4, 0.1 + 0.2);
              sheet.value(3, 5, "红色 灯, \"schön\"");
              sheet.value(3, 6, true);
              sheet.value(4, 2, 1234567890123L);
              sheet.value(4, 3, 1e-7);
              sheet.style(4, 3).format("0.00\"m\"").set();
            });
    assertEquals(
        List.of(
            "0:day|at|number|price|sum|text|yes|gap",
            "4:2025-03-01|2025-03-01 08:26:30|17850|2.55|0.3|红色 灯, \"schön\"|true|",
            "5:||1234567890123|0.0000001||||"),
        read(file, Optional.empty()));
  }

  @Test
  void theChosenSheetIsReadAndAMissingOneIsNamed() throws IOException {
    Path file =
        workbook(
            book -> {
              book.newWorksheet("One").value(0, 0, "a");
              Worksheet two = book.newWorksheet("二");
              two.value(0, 0, "b");
              two.value(1, 0, "x");
            });
    assertEquals(List.of("0:b", "2:x"), read(file, Optional.of("二")));
    Refused refused =
        assertThrows(Refused.class, () -> SheetTable.open(file, Optional.of("Three")).close());
    assertEquals(List.of("Three", "One, 二"), refused.reasons().getFirst().arguments());
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    assertEquals(
        "collect.import.noWorkbook",
        refusal(Files.writeString(folder.resolve("a.csv"), "a,b\n"), Optional.empty()));
    Path empty = workbook(book -> book.newWorksheet("One"));
    assertEquals("collect.import.empty", refusal(empty, Optional.empty()));
  }

  @Test
  void aWorkbookThatIsABombIsRefused() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("xl/workbook.xml", "xl/sharedStrings.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[1 << 20];
        for (int i = 0; name.contains("Strings") && i < 100; i++) {
          zip.write(block);
        }
        zip.closeEntry();
      }
    }
    assertEquals("collect.import.bomb", refusal(file, Optional.empty()));
  }

  @Test
  void aDamagedWorkbookIsRefusedNeverAnError() throws IOException {
    byte[] good =
        Files.readAllBytes(
            workbook(
                book -> {
                  Worksheet sheet = book.newWorksheet("One");
                  for (int i = 0; i < 30; i++) {
                    sheet.value(i, 0, "a" + i);
                    sheet.value(i, 1, i);
                  }
                }));
    java.util.Random random = new java.util.Random(7);
    int refusals = 0;
    for (int i = 0; i < 150; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k < 8; k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("bad.xlsx"), bad);
      try (SheetTable table = SheetTable.open(file, Optional.empty())) {
        while (table.next().isPresent()) {
          // to the end
        }
      } catch (Refused refused) {
        refusals++;
      }
    }
    assertTrue(refusals > 10);
    assertFalse(refusals == 0);
  }
}
