package insight.privacy;

import jakarta.json.JsonValue;
import java.util.Set;

/**
 * A stage that keeps rows about people. Found by CDI; a test lists all tables with a customer key
 * and fails if one has no holder.
 */
public interface Holder {
  /** The tables with personal rows that this holder answers for. */
  Set<String> tables();

  /** Everything it keeps about the person, in a form that people and machines can read. */
  JsonValue export(Person person);

  /** Removes it, in the caller's transaction. */
  Outcome forget(Person person);

  /** One human: the person key, and every customer key merged into it. */
  record Person(long person, Set<Long> keys) {
    public Person {
      keys = Set.copyOf(keys);
    }

    /** For {@code = any(:keys)}. */
    public Long[] keyArray() {
      return keys.toArray(Long[]::new);
    }
  }

  /** How many rows went. */
  record Outcome(String stage, long rows) {}
}
