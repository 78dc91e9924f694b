package insight.collect.guess;

import insight.collect.Canonical;
import java.util.List;
import java.util.Optional;

/**
 * What one column probably holds.
 *
 * @param field empty: nothing the portal knows a place for
 * @param format how its times are written; empty where it holds none, or ISO 8601
 * @param why the reasons, the strongest first
 * @param doubt the values leave it open, so a person must look
 */
public record ColumnGuess(
    String column,
    Optional<Canonical> field,
    Optional<String> format,
    List<Why> why,
    boolean doubt) {
  public ColumnGuess {
    why = List.copyOf(why);
  }
}
