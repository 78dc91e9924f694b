package insight.collect.ui;

import insight.collect.Import;
import insight.collect.Imports;
import insight.kernel.Numbers;
import insight.privacy.Grant;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.List;
import java.util.Optional;

/** Lines that were not taken: line, column, value as far as it may be seen, and what to do. */
final class ImportRejects {
  private static final int SHOWN = 200;

  private ImportRejects() {}

  static Optional<Card> card(Imports imports, Import file, Grant grant) {
    List<Imports.Rejected> rejected = imports.rejects(file.id(), 0, SHOWN, grant);
    if (rejected.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        new Table(Words.of("collect.ui.rejects"))
            .number(Words.of("collect.ui.line"))
            .column(Words.of("collect.ui.column"))
            .optional(Words.of("collect.ui.cell"))
            .column(Words.of("collect.ui.reason"));
    for (Imports.Rejected line : rejected) {
      table.row(
          Numbers.whole(line.line(), Words.locale()),
          line.column().isEmpty() ? "–" : line.column(),
          line.value(),
          line.reason().in(Words.locale()));
    }
    return Optional.of(
        new Card(
                Words.of(
                    "collect.ui.rejects.n",
                    Numbers.whole(file.counts().rejected(), Words.locale())))
            .say(Words.of("collect.ui.rejects.say", SHOWN))
            .flush(table));
  }
}
