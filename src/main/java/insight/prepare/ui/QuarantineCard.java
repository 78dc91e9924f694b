package insight.prepare.ui;

import insight.kernel.Numbers;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Quarantine;
import insight.prepare.quality.SourceQuality;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Rich;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.List;

/** Lines that imports kept apart, by reason, with the way to them. */
final class QuarantineCard {
  private final DataQuality quality;

  QuarantineCard(DataQuality quality) {
    this.quality = quality;
  }

  Card card(SourceQuality q) {
    List<Quarantine.Group> groups = quality.quarantined(q.source().id());
    Card card = new Card(Words.of("prepare.quality.quarantine"));
    if (groups.isEmpty()) {
      return card.body(Rich.paragraph(Words.of("prepare.quality.quarantine.none")));
    }
    Table table =
        new Table(Words.of("prepare.quality.quarantine"))
            .column(Words.of("prepare.quality.reason"))
            .optional(Words.of("prepare.quality.column"))
            .number(Words.of("prepare.quality.lines"))
            .column(Words.of("prepare.quality.newest"));
    groups.forEach(
        g ->
            table.row(
                g.reason().in(Words.locale()),
                g.reason().pointer().isEmpty() ? "–" : g.reason().pointer(),
                Numbers.whole(g.lines(), Words.locale()),
                new Link(
                    "imports/" + g.newestImport(),
                    Words.of("prepare.quality.import", String.valueOf(g.newestImport())))));
    return card.say(Words.of("prepare.quality.quarantine.say")).flush(table);
  }
}
