package insight.collect;

import insight.collect.csv.LineIdentities;
import insight.collect.csv.Lines;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Mended records of an import, as {@link Mending} writes them: the columns in the first line, a
 * record with the line it had in each other. A mended line is named by its values, as any line is:
 * so the same mended line comes in only once, however often it is sent.
 */
final class MendedDelivery implements Delivery {
  static final String SUFFIX = ".mended";

  private final Lines lines;
  private final List<String> header;
  private final RecordConverter converter;
  private final LineIdentities identities = new LineIdentities();

  private MendedDelivery(Lines lines, List<String> header, RecordConverter converter) {
    this.lines = lines;
    this.header = header;
    this.converter = converter;
  }

  static MendedDelivery open(
      Path file,
      Source source,
      Function<String, CustomerKey> keys,
      Function<Columns, RecordCleaner> cleaning,
      Instant now)
      throws IOException {
    Lines lines = Lines.open(file);
    try {
      if (!lines.next()) {
        throw Refused.unprocessable("collect.import.empty");
      }
      List<String> header =
          RejectedRecord.strings(Json.parse(lines.text()).getJsonArray("columns"));
      Columns columns = Columns.of(source, header);
      return new MendedDelivery(
          lines, header, RecordConverter.of(source, columns, keys, cleaning.apply(columns), now));
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public boolean next(Chunk chunk, long after) throws IOException {
    if (!lines.next()) {
      return false;
    }
    JsonObject record = Json.parse(lines.text());
    long line = record.getJsonNumber("line").longValueExact();
    String[] values = RejectedRecord.strings(record.getJsonArray("values")).toArray(String[]::new);
    var identity = identities.next(values);
    if (line > after) {
      chunk.read++;
      chunk.lastLine = line;
      try {
        converter.convert(values, line, identity, chunk.batch);
      } catch (Reject.Because because) {
        chunk.rejects.add(because.reject());
        chunk.keep(line, new RejectedRecord(header, List.of(values)));
      }
    } else {
      converter.skip(values);
    }
    return true;
  }

  @Override
  public RecordCleaner.@Nullable Noticed noticed() {
    return converter.noticed();
  }

  @Override
  public boolean cut() {
    return lines.cut();
  }

  @Override
  public long bytes() {
    return lines.bytes();
  }

  @Override
  public String encoding() {
    return lines.encoding();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
