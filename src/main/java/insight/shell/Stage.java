package insight.shell;

import insight.shell.part.Icons;
import insight.shell.part.Words;
import java.util.Locale;

/** The places of the rail: above it, the eight stages of the loop, and below it. */
public enum Stage {
  HOME(Icons.HOME),
  COLLECT(Icons.DATABASE),
  PREPARE(Icons.CHECK),
  TRAIN(Icons.FLASK),
  UNDERSTAND(Icons.PEOPLE),
  ACT(Icons.PLAY),
  WATCH(Icons.BELL),
  LISTEN(Icons.MAIL),
  TRUST(Icons.LOCK),
  ADMIN(Icons.GEAR),
  HELP(Icons.HELP);

  private final Icons icon;

  Stage(Icons icon) {
    this.icon = icon;
  }

  /** Whether it is one of the loop's stages, with a sign of its state. */
  public boolean inLoop() {
    return switch (this) {
      case HOME, ADMIN, HELP -> false;
      case COLLECT, PREPARE, TRAIN, UNDERSTAND, ACT, WATCH, LISTEN, TRUST -> true;
    };
  }

  public Icons icon() {
    return icon;
  }

  /** Its name in the reader's language. */
  public String words() {
    return Words.of("shell.stage." + name().toLowerCase(Locale.ROOT));
  }
}
