package insight.collect;

import insight.collect.csv.NotText;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.privacy.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Opens files of a source, for an import and for a dry run alike. */
@ApplicationScoped
class Openings {
  @Inject Pseudonyms pseudonyms;
  @Inject Cleanings cleanings;
  @Inject Clock clock;

  /**
   * @param importId which import reads it; 0 for a dry run, of which nothing is kept
   * @throws Refused when it cannot be read as what the source delivers
   */
  Delivery open(Path file, Source source, long importId) throws IOException {
    Instant now = clock.instant();
    Function<String, CustomerKey> keys = id -> pseudonyms.customer(source.space(), id);
    Function<Columns, RecordCleaner> cleaning =
        columns -> cleanings.open(importId, source, columns);
    try {
      if (file.toString().endsWith(MendedDelivery.SUFFIX)) {
        return MendedDelivery.open(file, source, keys, cleaning, now);
      }
      return source.kind() == SourceKind.JSONL
          ? JsonLinesDelivery.open(file, source, pseudonyms, now)
          : TableDelivery.open(file, source, keys, cleaning, now);
    } catch (NotText other) {
      throw Refused.unprocessable(reason(other), source.name());
    }
  }

  static String reason(NotText other) {
    return switch (other.kind()) {
      case EXCEL -> "collect.import.excel";
      case OLD_EXCEL -> "collect.import.oldExcel";
      case PDF -> "collect.import.pdf";
      case IMAGE -> "collect.import.image";
      case BINARY -> "collect.import.binary";
    };
  }
}
