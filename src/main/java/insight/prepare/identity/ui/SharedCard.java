package insight.prepare.identity.ui;

import insight.prepare.identity.SharedIdentifier;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.List;

/** Identifiers through which nobody is merged, since too many people use them. */
final class SharedCard {
  private SharedCard() {}

  static Card of(List<SharedIdentifier> shared) {
    Card card = new Card(Words.of("prepare.identity.shared"));
    if (shared.isEmpty()) {
      return card.body(
          new EmptyState(
              Icons.LOCK,
              Words.of("prepare.identity.shared.empty"),
              Words.of("prepare.identity.shared.empty.text")));
    }
    Table table =
        new Table(Words.of("prepare.identity.shared"))
            .column(Words.of("prepare.identity.shared.what"))
            .number(Words.of("prepare.identity.shared.people"))
            .optional(Words.of("prepare.identity.shared.some"));
    for (SharedIdentifier one : shared) {
      table.row(
          Table.twoLines(
              new com.vaadin.flow.component.html.Span(
                  Words.of("prepare.identity.what." + one.kind().word())),
              one.shown()),
          IdentityWords.whole(one.people()),
          IdentityWords.customers(one.some().stream().map(k -> k.value()).toList()));
    }
    return card.say(Words.of("prepare.identity.shared.say")).flush(table);
  }
}
