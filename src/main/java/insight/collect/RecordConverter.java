package insight.collect;

import insight.kernel.CustomerKey;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the records of one delivery into what the store keeps. */
interface RecordConverter {
  /**
   * The converter for what the source's records are.
   *
   * @param keys the portal's key of a shop's customer id
   * @param now when the file is read
   */
  static RecordConverter of(
      Source source,
      Columns columns,
      Function<String, CustomerKey> keys,
      RecordCleaner cleaner,
      Instant now) {
    return source.content() == Content.EVENTS
        ? new LineConverter(source, columns, keys, cleaner, now)
        : new FactConverter(source, columns, keys, cleaner, now);
  }

  /**
   * Adds the record to the batch.
   *
   * @param identity by its fields
   */
  void convert(String[] record, long line, UUID identity, EventBatch batch) throws Reject.Because;

  /** A record that was stored before an interruption. */
  void skip(String[] record);

  RecordCleaner.@Nullable Noticed noticed();

  /** The record as the cleaning rules leave it. */
  static void clean(RecordCleaner cleaner, Columns columns, String[] record, long line)
      throws Reject.Because {
    RecordCleaner.Rejection why = cleaner.clean(record, line);
    if (why != null) {
      throw new Reject.Because(
          new Reject(
              line,
              columns.name(why.place()),
              record[why.place()],
              columns.personal(why.place()),
              why.key(),
              why.arguments()));
    }
  }
}
