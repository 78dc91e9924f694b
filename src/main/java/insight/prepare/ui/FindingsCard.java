package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.collect.EventKind;
import insight.kernel.Countries;
import insight.kernel.CustomerKey;
import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.prepare.cleaning.CleaningRule;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Dimension;
import insight.prepare.quality.FaultyRows.Faulty;
import insight.prepare.quality.Finding;
import insight.prepare.quality.SourceQuality;
import insight.prepare.quality.SourceQuality.FieldQuality;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Rich;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is not as it should be in a source, and the rows behind it. */
final class FindingsCard {
  private final DataQuality quality;
  private final Caller caller;
  private final Grant grant;
  private final Runnable changed;

  FindingsCard(DataQuality quality, Caller caller, Grant grant, Runnable changed) {
    this.quality = quality;
    this.caller = caller;
    this.grant = grant;
    this.changed = changed;
  }

  Card card(SourceQuality q, List<CleaningRule> rules) {
    List<FieldQuality> found =
        q.fields().stream()
            .filter(f -> f.failed() > 0 || f.accepted().isPresent())
            .sorted(Comparator.comparingDouble(FieldQuality::share))
            .toList();
    Card card = new Card(Words.of("prepare.quality.findings"));
    if (found.isEmpty()) {
      return card.body(
          Rich.paragraph(
              Words.of(
                  q.score().value().isPresent()
                      ? "prepare.quality.findings.none"
                      : ScoresCard.why(q) + ".text")));
    }
    Table table =
        new Table(Words.of("prepare.quality.findings"))
            .column(Words.of("prepare.quality.finding"))
            .number(Words.of("prepare.quality.failed"))
            .optionalNumber(Words.of("prepare.quality.sound"))
            .column(Words.of("prepare.quality.actions"));
    found.forEach(
        f ->
            table.row(
                words(f, rules),
                Words.of(
                    "prepare.quality.failed.of",
                    Numbers.whole(f.failed(), Words.locale()),
                    Numbers.whole(f.checked(), Words.locale())),
                ScoresCard.share(f.share()),
                actions(q, f)));
    return card.flush(table);
  }

  private static Component words(FieldQuality f, List<CleaningRule> rules) {
    Span words = new Span(f.finding().in(Words.locale(), rules));
    String under =
        f.accepted()
            .map(a -> Words.of("prepare.quality.accepted.by", a.by(), a.note()))
            .orElseGet(
                () -> Words.of("prepare.quality.dimension." + f.finding().dimension().word()));
    return Table.twoLines(words, under);
  }

  private Component actions(SourceQuality q, FieldQuality f) {
    Span cell = new Span();
    if (f.finding().field().equals("line")) {
      cell.add(
          Link.quiet(
              QualityState.path(q.source(), QualityState.Tab.QUARANTINE),
              Words.of("prepare.quality.rows")));
    } else if (f.finding().dimension() != Dimension.VOLUME
        && f.finding().dimension() != Dimension.FRESHNESS) {
      cell.add(Link.quiet(QualityState.path(q, f.finding()), Words.of("prepare.quality.rows")));
    }
    cell.add(
        f.accepted().isPresent()
            ? Buttons.quiet(Words.of("prepare.quality.withdraw"), () -> withdraw(q, f.finding()))
            : Buttons.quiet(
                Words.of("prepare.quality.accept"),
                () ->
                    new AcceptDialog(
                            note -> {
                              quality.accept(q.source().id(), f.finding(), note, caller);
                              changed.run();
                            })
                        .open()));
    return cell;
  }

  private void withdraw(SourceQuality q, Finding finding) {
    try {
      quality.withdraw(q.source().id(), finding, caller);
      changed.run();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  /** The rows behind a finding. */
  Card rows(SourceQuality q, Finding finding, List<CleaningRule> rules) {
    List<Faulty> rows = quality.rows(q, finding, grant);
    Card card =
        new Card(Words.of("prepare.quality.rows.of", finding.in(Words.locale(), rules)))
            .aside(
                Link.quiet(
                    QualityState.path(q.source(), QualityState.Tab.FINDINGS),
                    Words.of("shell.close")));
    if (rows.isEmpty()) {
      return card.body(Rich.paragraph(Words.of("prepare.quality.rows.none")));
    }
    Table table =
        new Table(Words.of("prepare.quality.rows"))
            .column(Words.of("prepare.field.time"))
            .column(Words.of("prepare.quality.kind"))
            .optional(Words.of("prepare.field.customer"))
            .column(Words.of("prepare.field.product"))
            .optional(Words.of("prepare.field.order"))
            .number(Words.of("prepare.field.amount"))
            .optional(Words.of("prepare.field.country"))
            .column(Words.of("prepare.quality.from"));
    rows.forEach(r -> table.row(cells(q, r)));
    return card.say(Words.of("prepare.quality.rows.say", rows.size())).flush(table);
  }

  private static Object[] cells(SourceQuality q, Faulty row) {
    Locale locale = Words.locale();
    String kind = EventKind.of(row.kind()).name().toLowerCase(Locale.ROOT);
    return new Object[] {
      Times.moment(row.occurredAt(), q.source().timeZone(), locale),
      Words.of("prepare.quality.kind." + kind)
          + (row.times() > 1 ? " ×" + Numbers.whole(row.times(), locale) : ""),
      row.customer() == null ? "–" : new CustomerKey(row.customer()).brief(),
      plain(row.product()),
      plain(row.orderNo()),
      amount(row, locale),
      row.country() == null ? "–" : Countries.display(row.country(), locale),
      row.importId() == null
          ? Words.of("prepare.quality.tracked")
          : new Link(
              "imports/" + row.importId(),
              Words.of(
                  "prepare.quality.line",
                  Numbers.whole(row.line() == null ? 0 : row.line(), locale)))
    };
  }

  private static String plain(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "–" : value;
  }

  private static String amount(Faulty row, Locale locale) {
    return row.amountMinor() == null || row.currency() == null
        ? "–"
        : Money.of(row.amountMinor(), row.currency()).format(locale);
  }
}
