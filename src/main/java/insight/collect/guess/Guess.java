package insight.collect.guess;

import insight.collect.Canonical;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file probably holds.
 *
 * @param columns one for each column, in the file's order
 * @param constants values for fields that no column gives, such as a quantity of 1
 * @param currency of its amounts, where something in the file says so
 * @param decimalComma whether its numbers are written 12,34
 * @param offsets whether its times carry their own offset, so that no zone needs to be known
 * @param notes what else should be known before the file is read
 */
public record Guess(
    List<ColumnGuess> columns,
    Map<Canonical, String> constants,
    Optional<String> currency,
    boolean decimalComma,
    boolean offsets,
    List<Why> notes) {
  public Guess {
    columns = List.copyOf(columns);
    constants = Map.copyOf(constants);
    notes = List.copyOf(notes);
  }

  /** The column guessed for a field. */
  public Optional<ColumnGuess> of(Canonical field) {
    return columns.stream().filter(c -> c.field().equals(Optional.of(field))).findFirst();
  }
}
