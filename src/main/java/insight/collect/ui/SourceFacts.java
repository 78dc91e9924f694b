package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.collect.Source;
import insight.collect.SourceDetails;
import insight.collect.SourceKind;
import insight.shell.part.Card;
import insight.shell.part.KeyValues;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;

/** What is set at a source, and when it runs. */
final class SourceFacts {
  private SourceFacts() {}

  static Card about(SourceDetails details, ZoneId zone) {
    Source source = details.source();
    KeyValues facts =
        new KeyValues()
            .row(Words.of("collect.ui.kind"), SourceWords.kind(source))
            .row(Words.of("collect.source.jurisdiction"), SourceCard.jurisdiction(source))
            .row(Words.of("collect.ui.zone"), source.timeZone().getId())
            .row(Words.of("collect.ui.currency"), source.currency())
            .row(Words.of("collect.ui.source.owner"), source.owner())
            .row(
                Words.of("collect.ui.since"),
                Times.moment(source.createdAt(), zone, Words.locale()));
    if (source.kind() != SourceKind.PORTAL) {
      facts
          .row(Words.of("collect.ui.source.licence"), details.licence().orElse("–"))
          .row(
              Words.of("collect.ui.source.basis"),
              details.basis().map(b -> Words.of("collect.basis." + b.word())).orElse("–"))
          .row(
              Words.of("collect.ui.source.retention"),
              details
                  .retentionDays()
                  .map(days -> Words.of("collect.source.retention.days", days))
                  .orElse(Words.of("collect.source.retention.none")));
    }
    return new Card(Words.of("collect.ui.about")).body(facts);
  }

  /** When it runs by itself, and where it looks for files. */
  static Card running(SourceDetails details, ZoneId zone, Component... actions) {
    KeyValues facts =
        new KeyValues()
            .row(
                Words.of("collect.source.schedule"),
                details
                    .schedule()
                    .map(s -> s.words(Words.locale()))
                    .orElse(
                        Words.of(
                            details.source().kind().files()
                                ? "collect.source.schedule.always"
                                : "collect.source.schedule.none")))
            .row(Words.of("collect.source.next"), moment(details.nextRun(), zone))
            .row(Words.of("collect.source.last"), moment(details.lastRun(), zone));
    if (!details.folder().isEmpty()) {
      Span folder = new Span(details.folder());
      folder.addClassName("mono");
      facts.row(Words.of("collect.source.folder"), folder);
    }
    details.watermark().ifPresent(w -> facts.row(Words.of("collect.source.watermark"), w));
    details.lag().ifPresent(n -> facts.row(Words.of("collect.source.lag"), ImportTable.whole(n)));
    Card card = new Card(Words.of("collect.source.running")).body(facts);
    return actions.length > 0 ? card.foot(actions) : card;
  }

  private static String moment(java.util.Optional<java.time.Instant> at, ZoneId zone) {
    return at.map(moment -> Times.moment(moment, zone, Words.locale())).orElse("–");
  }
}
