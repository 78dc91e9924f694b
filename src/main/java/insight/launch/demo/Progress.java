package insight.launch.demo;

import insight.kernel.Texts;
import java.io.PrintStream;
import java.util.Locale;

/** What the person at the terminal reads meanwhile: one line a step, filled in place. */
final class Progress {
  private final PrintStream out;
  private final Locale locale;
  private int shown = -1;

  Progress(PrintStream out, Locale locale) {
    this.out = out;
    this.locale = locale;
  }

  String words(String key, Object... arguments) {
    return Texts.of(locale, key, arguments);
  }

  void say(String key, Object... arguments) {
    out.println(words(key, arguments));
  }

  /** Shows how far a step is, in the same line as before. */
  void step(String key, double share) {
    int percent = (int) Math.floor(share * 100);
    if (percent != shown) {
      shown = percent;
      out.print("\r" + words("demo.step", words(key), percent));
      out.flush();
    }
  }

  /** Ends the line of a step. */
  void done(String key) {
    shown = -1;
    out.println("\r" + words("demo.done", words(key)));
  }

  /** Ends the line of a step that came to nothing. */
  void broken() {
    if (shown >= 0) {
      out.println();
    }
    shown = -1;
  }
}
