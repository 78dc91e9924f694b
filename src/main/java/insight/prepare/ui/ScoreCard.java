package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Dimension;
import insight.prepare.quality.Score;
import insight.prepare.quality.SourceQuality;
import insight.runtime.Caller;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Rich;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.Map;
import java.util.Optional;

/** A source's score, taken apart, with the gates that keep bad data from training. */
final class ScoreCard {
  /** A gate is set a little below where the data is now. */
  private static final double ROOM = 0.01;

  private final DataQuality quality;
  private final Caller caller;
  private final Runnable changed;

  ScoreCard(DataQuality quality, Caller caller, Runnable changed) {
    this.quality = quality;
    this.caller = caller;
    this.changed = changed;
  }

  Card card(SourceQuality q) {
    boolean scored = q.score().value().isPresent();
    Card card =
        new Card(
            scored
                ? Words.of("prepare.quality.of", q.source().name(), ScoresCard.score(q))
                : q.source().name());
    int gates = quality.blocking(q.source().id()).size();
    if (gates > 0) {
      card.badge(QualityView.blocked(gates));
    }
    if (!scored) {
      return card.body(Rich.paragraph(Words.of(ScoresCard.why(q) + ".text")));
    }
    q.newest()
        .ifPresent(
            day ->
                card.say(
                    Words.of(
                        "prepare.quality.formula",
                        Times.day(day.minusDays(27), Words.locale()),
                        Times.day(day, Words.locale()))));
    return card.flush(table(q));
  }

  private Table table(SourceQuality q) {
    Map<Dimension, Double> gates = quality.gates(q.source().id());
    Table table =
        new Table(Words.of("prepare.quality.formula.table"))
            .column(Words.of("prepare.quality.dimension"))
            .number(Words.of("prepare.quality.sound"))
            .optionalNumber(Words.of("prepare.quality.failed"))
            .optionalNumber(Words.of("prepare.quality.weight"))
            .column(Words.of("prepare.quality.gate"));
    for (Score.Part part : q.score().parts()) {
      String word = part.dimension().word();
      table.row(
          Table.twoLines(
              new Span(Words.of("prepare.quality.dimension." + word)),
              Words.of("prepare.quality.dimension." + word + ".about")),
          ScoresCard.share(part.share()),
          Words.of(
              "prepare.quality.failed.of",
              Numbers.whole(part.failed(), Words.locale()),
              Numbers.whole(part.checked(), Words.locale())),
          String.valueOf(part.dimension().weight()),
          gate(q, part, Optional.ofNullable(gates.get(part.dimension()))));
    }
    return table;
  }

  private Component gate(SourceQuality q, Score.Part part, Optional<Double> least) {
    Span cell = new Span();
    if (least.isPresent()) {
      String words = Words.of("prepare.quality.gate.below", ScoresCard.share(least.get()));
      cell.add(
          part.share() < least.get() ? Badge.bad(words) : Badge.outline(words),
          Buttons.quiet(
              Words.of("prepare.quality.gate.off"), () -> set(q, part, Optional.empty())));
    } else {
      double wanted = Math.max(0.5, Math.floor((part.share() - ROOM) * 100) / 100);
      cell.add(
          Buttons.quiet(
              Words.of("prepare.quality.gate.set", Numbers.percent(wanted, 0, Words.locale())),
              () -> set(q, part, Optional.of(wanted))));
    }
    return cell;
  }

  private void set(SourceQuality q, Score.Part part, Optional<Double> least) {
    try {
      quality.gate(q.source().id(), part.dimension(), least, caller);
      Toasts.done(
          Words.of(
              least.isPresent() ? "prepare.quality.gate.isSet" : "prepare.quality.gate.isOff"));
      changed.run();
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }
}
