package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.runtime.DataDirectory;
import insight.runtime.Json;
import insight.runtime.Storage;
import insight.runtime.Transactions;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rejected lines, mended and tried again: under the same source, as an import of their own that
 * knows which one it mends. The records are kept for {@link Leftovers#DAYS} days.
 */
@UseCase
public class Mending {
  /** What stands in a cell that the reader may not see. */
  public static final String MASK = "•••••";

  private static final int MOST_GROUPS = 50;

  @Inject Storage storage;
  @Inject RejectRecords records;
  @Inject Imports imports;
  @Inject Sources sources;
  @Inject DataDirectory data;
  @Inject Transactions transactions;
  @Inject Audit audit;

  /** Lines with the same trouble in the same column. */
  public record Group(String column, Refused.Reason reason, long lines, long mended) {}

  /**
   * A rejected line that can be mended.
   *
   * @param column where the trouble is; empty for the line as a whole
   * @param values one for each column; {@link #MASK} where the reader may not see it
   * @param mendedBy the import that brought it again
   */
  public record Broken(
      long line,
      String column,
      Refused.Reason reason,
      List<String> columns,
      List<String> values,
      Optional<Long> mendedBy) {}

  /**
   * What was sent again.
   *
   * @param same mended lines that equal another one of them, and were sent once
   */
  public record Again(long importId, int lines, int same) {}

  /** What is wrong with the lines of an import, the most frequent first. */
  public List<Group> groups(long importId) {
    return records.groups(importId, MOST_GROUPS).stream()
        .map(
            g ->
                new Group(
                    g.columnName(),
                    reason(g.columnName(), g.reasonKey(), g.reasonArguments()),
                    g.lines(),
                    g.mended()))
        .toList();
  }

  /** Lines that are kept whole and were not mended yet, behind a line. */
  public List<Broken> open(long importId, long after, int limit, Grant grant) {
    Masking masking = masking(importId, grant);
    return records.lines(importId, after, limit, true).stream()
        .map(row -> broken(row, masking))
        .toList();
  }

  private Masking masking(long importId, Grant grant) {
    Source source = sources.required(imports.required(importId).sourceId());
    return new Masking(source.mapping(), grant);
  }

  private Broken broken(RejectRecords.Row row, Masking masking) {
    RejectedRecord record =
        row.recordCipher() == null
            ? new RejectedRecord(List.of(), List.of())
            : records.open(row.recordCipher());
    return new Broken(
        row.line(),
        row.columnName(),
        reason(row.columnName(), row.reasonKey(), row.reasonArguments()),
        record.columns(),
        masking.of(record, row.columnName()),
        Optional.ofNullable(row.mendedBy()));
  }

  static Refused.Reason reason(String column, String key, String arguments) {
    List<Object> list =
        Json.parseArray(arguments).stream()
            .map(
                v ->
                    (Object)
                        (v instanceof jakarta.json.JsonString s ? s.getString() : v.toString()))
            .toList();
    return new Refused.Reason(column, key, list);
  }

  /** Which import's lines an import brings again. */
  public Optional<Long> original(long importId) {
    return records.original(importId);
  }

  /**
   * Sends lines again.
   *
   * @param changes the mended values by line and column; what is not named stays as it was
   * @throws Refused when a line is not there, or was mended before
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Again again(long importId, Map<Long, Map<String, String>> changes, Caller by)
      throws IOException {
    Import original = transactions.inNew(() -> imports.required(importId));
    Source source = transactions.inNew(() -> sources.required(original.sourceId()));
    Map<Long, RejectedRecord> mended = transactions.inNew(() -> mended(importId, changes));
    Set<List<String>> different = new LinkedHashSet<>();
    mended.values().removeIf(record -> !different.add(record.values()));
    Received file = write(mended, source.kind() == SourceKind.JSONL);
    try {
      long id =
          transactions.inNew(
              () -> {
                long job =
                    imports.queue(source, original.fileName() + " (" + importId + ")", file, by);
                records.mended(importId, changes.keySet(), job);
                audit.record(
                    by.name(),
                    Audit.Action.CHANGE,
                    "import " + importId,
                    null,
                    Map.of("mended", changes.size(), "import", job));
                return job;
              });
      return new Again(id, mended.size(), changes.size() - mended.size());
    } catch (RuntimeException e) {
      Files.deleteIfExists(file.file());
      throw e;
    }
  }

  private Map<Long, RejectedRecord> mended(long importId, Map<Long, Map<String, String>> changes) {
    Map<Long, RejectedRecord> mended = new LinkedHashMap<>();
    for (RejectRecords.Row row : records.lines(importId, 0, RejectRows.MOST, true)) {
      Map<String, String> change = changes.get(row.line());
      if (change != null && row.recordCipher() != null) {
        mended.put(row.line(), apply(records.open(row.recordCipher()), change));
      }
    }
    if (changes.isEmpty() || !mended.keySet().containsAll(changes.keySet())) {
      throw Refused.conflict("collect.mend.gone");
    }
    return mended;
  }

  private static RejectedRecord apply(RejectedRecord record, Map<String, String> change) {
    List<String> values = record.fitted();
    for (int i = 0; i < values.size(); i++) {
      String wanted = change.get(record.columns().get(i));
      if (wanted != null && !wanted.equals(MASK)) {
        values.set(i, wanted.strip());
      }
    }
    return new RejectedRecord(record.columns(), values);
  }

  private Received write(Map<Long, RejectedRecord> mended, boolean messages) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!messages) {
      lines.add(
          Json.object()
              .add("columns", Json.value(mended.values().iterator().next().columns()))
              .build()
              .toString());
    }
    mended.forEach((line, record) -> lines.add(line(line, record, messages)));
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    Received written =
        Received.into(
            data.folder(Imports.UPLOADS),
            new ByteArrayInputStream(text),
            Imports.LARGEST,
            storage::require);
    return messages ? written : named(written);
  }

  private static String line(long line, RejectedRecord record, boolean message) {
    return message
        ? record.values().getFirst().replaceAll("[\\r\\n]+", " ")
        : Json.object()
            .add("line", line)
            .add("values", Json.value(record.values()))
            .build()
            .toString();
  }

  private static Received named(Received written) throws IOException {
    Path file = written.file();
    Path mended = file.resolveSibling(file.getFileName() + MendedDelivery.SUFFIX);
    return new Received(Files.move(file, mended), written.bytes(), written.sha256());
  }

  /** The rejected lines with their reasons as CSV, safe to open in a spreadsheet. */
  public String csv(long importId, Grant grant, java.util.Locale locale) {
    Masking masking = masking(importId, grant);
    List<Broken> all =
        records.lines(importId, 0, RejectRows.MOST, false).stream()
            .map(row -> broken(row, masking))
            .toList();
    audit.record(
        grant.caller().name(),
        Audit.Action.EXPORT,
        "rejects of import " + importId,
        grant.purpose(),
        Map.of("lines", all.size()));
    return RejectsCsv.of(all, locale);
  }
}
