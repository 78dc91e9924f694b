package insight.prepare.quality;

import insight.collect.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How good a source's data is.
 *
 * @param newest the last day of the four weeks that are judged
 * @param lookedAt when it was looked at; empty before the first time
 */
public record SourceQuality(
    Source source,
    Score score,
    List<FieldQuality> fields,
    Optional<LocalDate> newest,
    Freshness freshness,
    Optional<Instant> lookedAt) {
  public SourceQuality {
    fields = List.copyOf(fields);
  }

  /**
   * One finding in the four weeks.
   *
   * @param checked values, or days, that were looked at
   * @param accepted who lives with it and why; empty when it counts
   */
  public record FieldQuality(
      Finding finding, long checked, long failed, Optional<Accepted> accepted) {
    public double share() {
      return checked == 0 ? 1 : 1 - (double) failed / checked;
    }
  }

  /** A finding that people live with. */
  public record Accepted(String note, String by, Instant at) {}

  /** One day, or one week, of a dimension. */
  public record Point(LocalDate day, long checked, long failed, double low, double high) {
    public double share() {
      return checked == 0 ? 1 : 1 - (double) failed / checked;
    }
  }
}
