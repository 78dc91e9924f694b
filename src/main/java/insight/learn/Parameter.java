package insight.learn;

import java.util.List;

/**
 * A setting of a trainer that a person may change. Every value is a number; that of a choice is the
 * place of the chosen word, so that provenance, search and storage need one kind only.
 *
 * @param low least allowed value
 * @param high largest allowed value
 * @param preset what it is when nobody says otherwise; within the range
 * @param whole whether only whole numbers are allowed
 * @param choices the words to choose from, in the order of their values 0, 1, …; empty for a number
 */
public record Parameter(
    String name, double low, double high, double preset, boolean whole, List<String> choices) {

  public Parameter {
    choices = List.copyOf(choices);
    if (!(low <= preset && preset <= high)) {
      throw new IllegalArgumentException(name + " is preset outside of its range");
    }
  }

  /** A number. */
  public Parameter(String name, double low, double high, double preset, boolean whole) {
    this(name, low, high, preset, whole, List.of());
  }

  /** One of some words, the first of which is preset. */
  public static Parameter choice(String name, String... words) {
    return new Parameter(name, 0, words.length - 1.0, 0, true, List.of(words));
  }

  public boolean isChoice() {
    return !choices.isEmpty();
  }

  /** The chosen word of a choice. */
  public String word(double value) {
    return choices.get((int) value);
  }
}
