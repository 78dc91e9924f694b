package insight.prepare.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import insight.prepare.identity.GoldenRecord;
import insight.prepare.identity.Merge;
import insight.prepare.identity.PersonField;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.KeyValues;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who was merged by whom on what grounds, and the way back. */
final class MergesCard {
  private final ZoneId zone;
  private final Function<Merge, GoldenRecord> golden;
  private final Consumer<Merge> undo;

  MergesCard(ZoneId zone, Function<Merge, GoldenRecord> golden, Consumer<Merge> undo) {
    this.zone = zone;
    this.golden = golden;
    this.undo = undo;
  }

  Card card(List<Merge> merges) {
    Card card = new Card(Words.of("prepare.identity.merges"));
    if (merges.isEmpty()) {
      return card.body(
          new EmptyState(
              Icons.PEOPLE,
              Words.of("prepare.identity.merges.empty"),
              Words.of("prepare.identity.merges.empty.text")));
    }
    Table table =
        new Table(Words.of("prepare.identity.merges"))
            .column(Words.of("prepare.identity.merged"))
            .optional(Words.of("prepare.identity.evidence"))
            .column(Words.of("prepare.identity.by"))
            .column("");
    for (Merge merge : merges) {
      table.row(
          Table.twoLines(
              IdentityWords.customers(merge.keys()),
              Words.of("prepare.identity.number", String.valueOf(merge.id()))),
          evidence(merge),
          Table.twoLines(new Span(by(merge.by())), Times.moment(merge.at(), zone, Words.locale())),
          state(merge));
    }
    return card.say(Words.of("prepare.identity.merges.say")).flush(table);
  }

  private static String by(String name) {
    return name.equals("portal") ? Words.of("prepare.identity.rule") : name;
  }

  private static Component evidence(Merge merge) {
    String words =
        merge.evidence().stream().map(IdentityWords::evidence).collect(Collectors.joining(", "));
    return Table.twoLines(
        new Span(words),
        merge.score().isPresent()
            ? Words.of("prepare.identity.sure", IdentityWords.percent(merge.score().getAsDouble()))
            : "");
  }

  private Component state(Merge merge) {
    Optional<Merge.Undone> undone = merge.undone();
    return undone.isPresent()
        ? Table.twoLines(
            new Span(Words.of("prepare.identity.undone.by", undone.get().by())),
            Times.moment(undone.get().at(), zone, Words.locale()))
        : new Span(
            Buttons.quiet(Words.of("prepare.identity.counts"), () -> show(merge)),
            Buttons.quiet(Words.of("prepare.identity.undo"), () -> ask(merge)));
  }

  /** The golden record, each value with the key it comes from. */
  private void show(Merge merge) {
    GoldenRecord record = golden.apply(merge);
    KeyValues values = new KeyValues();
    for (PersonField field : PersonField.values()) {
      Optional.ofNullable(record.values().get(field))
          .ifPresent(
              v ->
                  values.row(
                      IdentityWords.field(field),
                      Words.of(
                          v.chosen()
                              ? "prepare.identity.from.chosen"
                              : "prepare.identity.from.newest",
                          IdentityWords.value(field, v.value()),
                          v.key().brief())));
    }
    values.row(
        Words.of("prepare.identity.numbers"),
        IdentityWords.customers(record.keys().stream().map(s -> s.key().value()).toList()));
    Dialog dialog = new Dialog(values);
    dialog.setHeaderTitle(Words.of("prepare.identity.counts.title"));
    dialog.setWidth("460px");
    dialog.getFooter().add(Buttons.plain(Words.of("shell.close"), dialog::close));
    dialog.open();
  }

  private void ask(Merge merge) {
    Dialog dialog = new Dialog(new Span(Words.of("prepare.identity.undo.about")));
    dialog.setHeaderTitle(Words.of("prepare.identity.undo.title", String.valueOf(merge.id())));
    dialog.setWidth("460px");
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.danger(
                Words.of("prepare.identity.undo"),
                () -> {
                  dialog.close();
                  undo.accept(merge);
                }));
    dialog.open();
  }
}
