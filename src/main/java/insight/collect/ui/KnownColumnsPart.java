package insight.collect.ui;

import com.vaadin.flow.component.Component;
import insight.collect.Preview;
import insight.collect.guess.Guesses;
import insight.shell.part.Columns;
import insight.shell.part.Note;
import insight.shell.part.Table;
import insight.shell.part.Tone;
import insight.shell.part.Words;

/** The columns of a known shape: nothing to choose, all to see. */
final class KnownColumnsPart implements WizardPart {
  private final Preview preview;

  KnownColumnsPart(Preview preview) {
    this.preview = preview;
  }

  @Override
  public Component show() {
    Table table =
        new Table(Words.of("collect.wizard.columns"))
            .column(Words.of("collect.ui.column"))
            .column(Words.of("collect.wizard.field"));
    Guesses.of(preview)
        .columns()
        .forEach(
            c ->
                table.row(
                    c.column(),
                    c.field()
                        .map(f -> Words.of("collect.field." + f.word()))
                        .orElse(Words.of("collect.wizard.leaveOut"))));
    return Columns.stack(new Note(Tone.GOOD, Words.of("collect.wizard.known.columns")), table);
  }
}
