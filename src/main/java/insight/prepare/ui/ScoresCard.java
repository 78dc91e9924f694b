package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Freshness;
import insight.prepare.quality.SourceQuality;
import insight.prepare.ui.QualityState.Tab;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All sources with their scores, the worst first. */
final class ScoresCard {
  private final DataQuality quality;
  private final Clock clock;

  ScoresCard(DataQuality quality, Clock clock) {
    this.quality = quality;
    this.clock = clock;
  }

  Card card(List<SourceQuality> all, Optional<SourceQuality> chosen, Tab tab) {
    Table table =
        new Table(Words.of("prepare.quality.sources"))
            .column(Words.of("prepare.quality.source"))
            .number(Words.of("prepare.quality.score"))
            .column(Words.of("prepare.quality.worst"))
            .optional(Words.of("prepare.quality.delivery"));
    for (SourceQuality q : all) {
      Object[] cells = {name(q, tab), score(q), worst(q), delivery(q.freshness())};
      if (chosen.map(c -> c.source().id() == q.source().id()).orElse(false)) {
        table.selected(cells);
      } else {
        table.row(cells);
      }
    }
    return new Card(Words.of("prepare.quality.sources")).flush(table);
  }

  private Component name(SourceQuality q, Tab tab) {
    Link link = new Link(QualityState.path(q.source(), tab), q.source().name());
    int gates = quality.blocking(q.source().id()).size();
    return gates == 0 ? link : new Span(link, QualityView.blocked(gates));
  }

  static String score(SourceQuality q) {
    return q.score().value().isPresent()
        ? Numbers.decimal(q.score().value().getAsDouble(), 1, Words.locale())
        : "–";
  }

  private static String worst(SourceQuality q) {
    if (q.score().value().isEmpty()) {
      return Words.of(why(q));
    }
    return q.score()
        .worst()
        .map(
            p ->
                Words.of(
                    "prepare.quality.worst.is",
                    Words.of("prepare.quality.dimension." + p.dimension().word()),
                    share(p.share())))
        .orElse(Words.of("prepare.quality.worst.none"));
  }

  /** Why there is no score. */
  static String why(SourceQuality q) {
    return q.lookedAt().isPresent() ? "prepare.quality.nothing" : "prepare.quality.notYet";
  }

  private Component delivery(Freshness freshness) {
    String when =
        freshness
            .newestDelivery()
            .map(at -> Times.since(at, clock.instant(), Words.locale()))
            .map(since -> Words.of("prepare.quality.ago", since))
            .orElse("–");
    return freshness.overdue(clock.instant())
        ? new Span(new Span(when), Badge.warning(Words.of("prepare.quality.overdue")))
        : Table.twoLines(
            new Span(when),
            freshness
                .rhythm()
                .map(r -> Words.of("prepare.quality.rhythm", Times.duration(r, Words.locale())))
                .orElse(Words.of("prepare.quality.rhythm.none")));
  }

  /** 99.98%: rounded down, so that only all is 100%. */
  static String share(double share) {
    return Numbers.percent(Math.floor(share * 10_000) / 10_000, 2, Words.locale());
  }
}
