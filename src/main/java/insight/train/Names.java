package insight.train;

import insight.kernel.Texts;
import java.util.Locale;

/**
 * What people call tasks, trainers, parameters and metrics. A name without words of its own is
 * shown as it is.
 */
public final class Names {
  private Names() {}

  public static String task(Locale locale, String name) {
    return words(locale, "train.task.", name);
  }

  /** What the task is for, in a sentence. */
  public static String taskAbout(Locale locale, String name) {
    return about(locale, "train.task.", name);
  }

  public static String trainer(Locale locale, String name) {
    return words(locale, "train.trainer.", name);
  }

  /** How the trainer works and when it fits, in a sentence. */
  public static String trainerAbout(Locale locale, String name) {
    return about(locale, "train.trainer.", name);
  }

  public static String parameter(Locale locale, String name) {
    return words(locale, "train.parameter.", name);
  }

  public static String metric(Locale locale, String name) {
    return words(locale, "train.metric.", name);
  }

  /** What the metric says, in a sentence; empty when nothing is written about it. */
  public static String metricAbout(Locale locale, String name) {
    return about(locale, "train.metric.", name);
  }

  /** A word that a parameter may be set to. */
  public static String choice(Locale locale, String word) {
    return words(locale, "train.choice.", word);
  }

  /** What a check looked at, in the words of the stage that made it. */
  public static String check(Locale locale, LearningTask.Check check) {
    return Texts.has(locale, check.key()) ? Texts.of(locale, check.key()) : check.key();
  }

  private static String words(Locale locale, String prefix, String name) {
    String key = prefix + name;
    return Texts.has(locale, key) ? Texts.of(locale, key) : name;
  }

  private static String about(Locale locale, String prefix, String name) {
    String key = prefix + name + ".about";
    return Texts.has(locale, key) ? Texts.of(locale, key) : "";
  }
}
