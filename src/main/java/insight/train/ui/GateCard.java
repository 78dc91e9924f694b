package insight.train.ui;

import insight.kernel.Numbers;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Checks;
import insight.shell.part.Words;
import insight.train.GateRow;
import insight.train.Model;

/** The lines of a version's release gate, each with its figure and limit. */
record GateCard(Model model) {
  Card card() {
    Card card = new Card(Words.of("train.gate.release"));
    if (model.gate().isEmpty()) {
      return card.say(Words.of("train.gate.none"));
    }
    long failed = model.gate().stream().filter(GateRow::failed).count();
    Checks list = new Checks();
    model.gate().forEach(row -> line(list, row));
    return card.badge(
            failed == 0
                ? Badge.good(Words.of("train.gate.open"))
                : Badge.warning(Words.of("train.gate.closed", failed)))
        .flush(list);
  }

  private static void line(Checks list, GateRow row) {
    String limit = Words.of("train.gate.limit", row.limit());
    list.check(
        switch (row.outcome()) {
          case PASSED -> Checks.Outcome.PASSED;
          case FAILED -> Checks.Outcome.FAILED;
          case NOT_APPLICABLE -> Checks.Outcome.OPEN;
        },
        row.title(Words.locale()),
        row.n() == 0
            ? limit
            : limit + " · " + Words.of("train.gate.n", Numbers.whole(row.n(), Words.locale())),
        row.measured());
  }
}
