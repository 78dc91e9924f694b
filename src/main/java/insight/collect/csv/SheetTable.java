package insight.collect.csv;

import insight.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * One sheet of an Excel workbook, read row by row. The first row that is not empty names the
 * columns; a record's line is its row number.
 */
public final class SheetTable implements Table {
  private static final int MOST_COLUMNS = 1_000;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> header;
  private final long size;
  private final long total;
  private volatile long read;
  private long lastLine;

  /**
   * Opens a sheet.
   *
   * @param named the sheet's name; empty: the first one
   * @throws Refused when it is no workbook, or holds no such sheet
   */
  public static SheetTable open(Path file, Optional<String> named) throws IOException {
    if (!Archive.is(file)) {
      throw Refused.unprocessable("collect.import.noWorkbook");
    }
    if (!Archive.of(file).excel()) {
      throw Refused.unprocessable("collect.import.noWorkbook");
    }
    long total = Unfolded.rows(file);
    ReadableWorkbook workbook = null;
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      return new SheetTable(workbook, sheet(workbook, named), Files.size(file), total);
    } catch (IOException | ExcelReaderException | UncheckedIOException e) {
      close(workbook);
      throw broken(e);
    } catch (Refused refused) {
      close(workbook);
      throw refused;
    }
  }

  private static void close(@org.jspecify.annotations.Nullable ReadableWorkbook workbook)
      throws IOException {
    if (workbook != null) {
      workbook.close();
    }
  }

  private static Refused broken(Exception e) {
    return Refused.unprocessable("collect.import.workbook", String.valueOf(e.getMessage()));
  }

  private static Sheet sheet(ReadableWorkbook workbook, Optional<String> named) {
    List<Sheet> sheets = workbook.getSheets().toList();
    String names = String.join(", ", sheets.stream().map(Sheet::getName).limit(20).toList());
    return sheets.stream()
        .filter(s -> named.isEmpty() || s.getName().equalsIgnoreCase(named.get().strip()))
        .findFirst()
        .orElseThrow(
            () -> Refused.unprocessable("collect.import.noSheet", named.orElse("1"), names));
  }

  private SheetTable(ReadableWorkbook workbook, Sheet sheet, long size, long total)
      throws IOException {
    this.workbook = workbook;
    this.size = size;
    this.total = total;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.header = head();
  }

  private List<String> head() {
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> names = new ArrayList<>(List.of(fields(row, 0)));
      while (!names.isEmpty() && names.getLast().isBlank()) {
        names.removeLast();
      }
      if (names.size() > MOST_COLUMNS) {
        throw Refused.unprocessable("collect.import.manyColumns", MOST_COLUMNS);
      }
      if (!names.isEmpty()) {
        return List.copyOf(names);
      }
    }
    throw Refused.unprocessable("collect.import.empty");
  }

  @Override
  public List<String> header() {
    return header;
  }

  /**
   * The next row that is not empty.
   *
   * @throws Refused when the sheet's XML is broken
   */
  @Override
  public Optional<Records.Found> next() {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        read++;
        String[] fields = fields(row, header.size());
        if (!Arrays.stream(fields).allMatch(String::isBlank)) {
          lastLine = row.getRowNum();
          return Optional.of(found(row.getRowNum(), fields));
        }
      }
      read = total;
      return Optional.empty();
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  private static Records.Found found(long line, String[] fields) {
    for (String field : fields) {
      if (field.indexOf('\0') >= 0) {
        return new Records.Found.Broken(line, Records.Fault.NUL, field);
      }
    }
    return new Records.Found.Fields(line, fields);
  }

  /** The row's texts: as many as there are columns, more when it has more that are not empty. */
  private static String[] fields(Row row, int columns) {
    int last = Math.min(row.getCellCount(), MOST_COLUMNS + 1) - 1;
    while (last >= columns && Cells.text(row, last).isBlank()) {
      last--;
    }
    String[] fields = new String[Math.max(columns, last + 1)];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = i <= last ? Cells.text(row, i) : "";
    }
    return fields;
  }

  @Override
  public long lastLine() {
    return lastLine;
  }

  /** As much of the file as rows were read of those it holds. */
  @Override
  public long bytes() {
    return total == 0 ? size : Math.min(size, (long) ((double) size * read / total));
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public boolean cut() {
    return false;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
