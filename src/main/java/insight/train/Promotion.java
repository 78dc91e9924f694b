package insight.train;

import java.util.Locale;

/** What becomes of a new model version, and why. */
enum Promotion {
  /** The task's models live as soon as they are made. */
  WHEN_DONE(true),
  /** Nothing is live yet and it beats its baseline. */
  FIRST(true),
  /** Another one is live; going live takes a request and an approval. */
  WAITS(false),
  /** It does not beat its baseline. */
  NOT_BETTER(false);

  private final boolean live;

  Promotion(boolean live) {
    this.live = live;
  }

  boolean live() {
    return live;
  }

  static Promotion of(boolean livesWhenDone, boolean anotherIsLive, boolean beatsBaseline) {
    if (livesWhenDone) {
      return WHEN_DONE;
    }
    if (!beatsBaseline) {
      return NOT_BETTER;
    }
    return anotherIsLive ? WAITS : FIRST;
  }

  /** The sentence that says so. */
  Sentence sentence() {
    return Sentence.of("train.promotion." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
