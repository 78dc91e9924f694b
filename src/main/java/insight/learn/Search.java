package insight.learn;

/** How a run looks for good parameters. The chosen ones are then trained once more, for good. */
public sealed interface Search {
  /** Takes the parameters as they are given. */
  record None() implements Search {}

  /** Tries {@code points} values of every open parameter, in all combinations. */
  record Grid(int points) implements Search {
    public Grid {
      if (points < 2 || points > 5) {
        throw new IllegalArgumentException("2 to 5 values a parameter, not " + points);
      }
    }
  }

  /** Tries {@code trials} seeded draws (Bergstra and Bengio 2012). */
  record Random(int trials) implements Search {
    public Random {
      if (trials < 2 || trials > 200) {
        throw new IllegalArgumentException("2 to 200 trials, not " + trials);
      }
    }
  }
}
