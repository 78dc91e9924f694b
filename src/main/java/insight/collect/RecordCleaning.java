package insight.collect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cleans the records of files before they become events. A higher floor brings it, found by CDI;
 * without one, records are taken as they are.
 */
public interface RecordCleaning {
  /**
   * What is about to be read; an import that goes on after an interruption comes here again.
   *
   * @param importId 0 for one that is only tried
   * @param times how the file's times are read
   */
  record Reading(
      long importId,
      Source source,
      List<String> header,
      Map<Canonical, Integer> places,
      Function<String, Optional<Instant>> times) {
    public Reading {
      header = List.copyOf(header);
      places = Map.copyOf(places);
    }
  }

  /** The cleaner for one reading; it is used by one thread. */
  RecordCleaner open(Reading reading);

  /** Keeps what the cleaner noticed in lines that are being stored, in their transaction. */
  void keep(long importId, RecordCleaner.Noticed noticed);
}
