package insight.collect;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and mends records, one after the other. Costs little where nothing is wrong. */
public interface RecordCleaner {
  /**
   * Why a record is kept apart.
   *
   * @param place of the field in the record
   * @param key why, as a text key with arguments
   */
  record Rejection(int place, String key, List<String> arguments) {
    public Rejection {
      arguments = List.copyOf(arguments);
    }
  }

  /** What was noticed in a run of records; only the cleaner that made it knows what is in it. */
  interface Noticed {}

  /** Takes records as they are. */
  RecordCleaner NONE =
      new RecordCleaner() {
        @Override
        public @Nullable Rejection clean(String[] fields, long line) {
          return null;
        }

        @Override
        public void skip(String[] fields) {
          // nothing to remember
        }

        @Override
        public @Nullable JsonObject remarks() {
          return null;
        }

        @Override
        public @Nullable Noticed noticed() {
          return null;
        }
      };

  /**
   * Changes values in place.
   *
   * @return why the record cannot be taken; null when it can
   */
  @Nullable Rejection clean(String[] fields, long line);

  /** A record that was stored before an interruption: later ones may depend on it. */
  void skip(String[] fields);

  /** What to keep with the event of the record cleaned last: values it came with, flags. */
  @Nullable JsonObject remarks();

  /** What was noticed since this was last asked. */
  @Nullable Noticed noticed();
}
