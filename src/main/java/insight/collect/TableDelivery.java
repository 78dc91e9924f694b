package insight.collect;

import insight.collect.csv.LineIdentities;
import insight.collect.csv.Records;
import insight.collect.csv.Records.Found;
import insight.collect.csv.Separator;
import insight.collect.csv.Table;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table's records, one after the other, made events or rejects. */
final class TableDelivery implements Delivery {
  private final Table table;
  private final List<String> header;
  private final int columns;
  private final RecordConverter converter;
  private final LineIdentities identities = new LineIdentities();

  private TableDelivery(Table table, Columns columns, RecordConverter converter) {
    this.table = table;
    this.header = table.header().stream().map(String::strip).toList();
    this.columns = columns.count();
    this.converter = converter;
  }

  /**
   * Opens the file and reads its header.
   *
   * @throws Refused when the file is empty, lacks a column, or is of another kind
   */
  static TableDelivery open(
      Path file,
      Source source,
      Function<String, CustomerKey> keys,
      Function<Columns, RecordCleaner> cleaning,
      Instant now)
      throws IOException {
    Table table = Tables.open(file, source);
    try {
      Columns columns = Columns.of(source, table.header());
      return new TableDelivery(
          table, columns, RecordConverter.of(source, columns, keys, cleaning.apply(columns), now));
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  @Override
  public boolean next(Chunk chunk, long after) throws IOException {
    Optional<Found> next = table.next();
    if (next.isEmpty()) {
      return false;
    }
    Found found = next.get();
    long before = identities.identical();
    try {
      UUID identity = found instanceof Found.Fields(long line, String[] f) ? name(f) : null;
      if (found.line() > after) {
        chunk.read++;
        chunk.identical += identities.identical() - before;
        chunk.lastLine = table.lastLine();
        mark(found, chunk);
        take(found, identity, chunk);
      } else if (found instanceof Found.Fields fields && identity != null) {
        converter.skip(fields.fields());
      }
    } catch (Reject.Because because) {
      chunk.rejects.add(because.reject());
      chunk.keep(because.reject().line(), whole(found));
    }
    return true;
  }

  /** The growing column of a query stands last in its file, once more. */
  private void mark(Found found, Chunk chunk) {
    if (header.getLast().equals(QueryFile.WATERMARK)
        && found instanceof Found.Fields(long line, String[] fields)
        && fields.length == columns) {
      chunk.watermark = fields[columns - 1];
    }
  }

  /** A line whose quotes are broken is parted without them, so that a person finds its values. */
  private RejectedRecord whole(Found found) {
    List<String> values =
        switch (found) {
          case Found.Fields(long line, String[] fields) -> List.of(fields);
          case Found.Broken(long line, Records.Fault fault, String start) ->
              Separator.of(start)
                  .fields(start.replace("\"", "").replace("\0", ""))
                  .orElse(List.of(start));
        };
    return new RejectedRecord(header, values);
  }

  private @Nullable UUID name(String[] fields) {
    if (identities.full()) {
      throw Refused.unprocessable("collect.import.tooManyLines", LineIdentities.MOST / 1_000_000);
    }
    return fields.length == columns ? identities.next(fields) : null;
  }

  private void take(Found found, @Nullable UUID identity, Chunk chunk) throws Reject.Because {
    switch (found) {
      case Found.Broken(long line, Records.Fault fault, String start) ->
          throw whole(line, start, key(fault));
      case Found.Fields(long line, String[] fields) -> {
        if (identity == null) {
          throw whole(
              line,
              String.join(" | ", fields),
              "collect.reject.fields",
              String.valueOf(fields.length),
              String.valueOf(columns));
        }
        converter.convert(fields, line, identity, chunk.batch);
      }
    }
  }

  private static Reject.Because whole(long line, String start, String key, String... arguments) {
    return new Reject.Because(new Reject(line, "", start, true, key, List.of(arguments)));
  }

  private static String key(Records.Fault fault) {
    return switch (fault) {
      case UNCLOSED_QUOTE -> "collect.reject.unclosed";
      case STRAY_QUOTE -> "collect.reject.quote";
      case TOO_LONG -> "collect.reject.longLine";
      case NUL -> "collect.reject.nul";
    };
  }

  @Override
  public RecordCleaner.@Nullable Noticed noticed() {
    return converter.noticed();
  }

  @Override
  public boolean cut() {
    return table.cut();
  }

  @Override
  public long bytes() {
    return table.bytes();
  }

  @Override
  public String encoding() {
    return table.encoding();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
