package insight.prepare.ui;

import com.vaadin.flow.component.html.Div;
import insight.kernel.Numbers;
import insight.prepare.cleaning.Trial;
import insight.shell.part.Note;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.Locale;

/** What a rule would do, in a sentence, with examples. */
final class TrialWords {
  private TrialWords() {}

  static Div shown(String sentence, Trial trial, ZoneId zone) {
    Div shown = new Div(new Note(tone(trial), say(sentence, trial)));
    if (!trial.examples().isEmpty()) {
      Table table =
          new Table(Words.of("prepare.trial.examples"))
              .column(Words.of("prepare.trial.value"))
              .number(Words.of("prepare.trial.rows"))
              .column(Words.of("prepare.trial.first"));
      Locale locale = Words.locale();
      trial
          .examples()
          .forEach(
              e ->
                  table.row(
                      value(e),
                      Numbers.whole(e.rows(), locale),
                      Times.moment(e.at(), zone, locale)));
      shown.add(table);
    }
    return shown;
  }

  private static Tone tone(Trial trial) {
    return trial.failed() == 0 ? Tone.GOOD : trial.share() > 0.01 ? Tone.WARNING : Tone.NEUTRAL;
  }

  static String say(String sentence, Trial trial) {
    Locale locale = Words.locale();
    String rows = Numbers.whole(trial.rows(), locale);
    if (trial.rows() == 0) {
      return Words.of("prepare.trial.none", sentence);
    }
    if (trial.failed() == 0 && trial.changed() == 0) {
      return Words.of("prepare.trial.all", sentence, rows);
    }
    String failed =
        Words.of(
            "prepare.trial.some",
            sentence,
            Numbers.whole(trial.failed(), locale),
            rows,
            Numbers.percent(trial.share(), 2, locale));
    return trial.changed() == 0
        ? failed
        : Words.of("prepare.trial.changed", sentence, Numbers.whole(trial.changed(), locale), rows);
  }

  private static String value(Trial.Example example) {
    String from = example.value().isEmpty() ? Words.of("prepare.quality.blank") : example.value();
    return example.to().isEmpty() ? from : from + " → " + example.to();
  }
}
