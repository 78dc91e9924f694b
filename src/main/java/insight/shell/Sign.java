package insight.shell;

import insight.shell.part.Drawing;
import insight.shell.part.Words;
import java.util.Locale;

/** The state of a stage as the rail shows it: by shape first, by colour second, and a count. */
public record Sign(State state, int count) {
  /** From nothing to the worst. */
  public enum State {
    NONE(
        "<circle cx='8' cy='8' r='3.5' fill='var(--lumo-base-color)'"
            + " stroke='var(--in-control-line)' stroke-width='1.5'/>"),
    FINE("<circle cx='8' cy='8' r='3.5' fill='var(--in-good)'/>"),
    RUNNING(
        "<circle cx='8' cy='8' r='5' fill='none' stroke='var(--in-line-strong)' stroke-width='2'/>"
            + "<path d='M8 3a5 5 0 0 1 4.6 7' fill='none' stroke='var(--lumo-primary-color)'"
            + " stroke-width='2' stroke-linecap='round'/>"),
    ATTENTION("<path d='M8 2.8 13.6 12.6H2.4z' fill='var(--in-warn)'/>"),
    CRITICAL(
        "<path d='M5.6 2.4h4.8l3.2 3.2v4.8l-3.2 3.2H5.6l-3.2-3.2V5.6z' fill='var(--in-bad)'/>");

    private final String shape;

    State(String shape) {
      this.shape = shape;
    }
  }

  public static final Sign NO_DATA = new Sign(State.NONE, 0);
  public static final Sign ALL_FINE = new Sign(State.FINE, 0);

  public Sign {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count);
    }
  }

  /** The worse of the two; counts of the same state add up. */
  public Sign and(Sign other) {
    if (state == other.state) {
      return new Sign(state, count + other.count);
    }
    return state.compareTo(other.state) > 0 ? this : other;
  }

  Drawing draw() {
    return new Drawing("st", "<svg viewBox='0 0 16 16'>" + state.shape + "</svg>");
  }

  /** "Watch, critical: 1". */
  String words(Stage stage) {
    return Words.of("shell.state." + state.name().toLowerCase(Locale.ROOT), stage.words(), count);
  }
}
