package insight.train.ui;

import com.vaadin.flow.component.Component;
import insight.kernel.Numbers;
import insight.learn.Interval;
import insight.learn.measure.Diagnostics;
import insight.shell.chart.BarChart;
import insight.shell.chart.LineChart;
import insight.shell.chart.Unit;
import insight.shell.part.Card;
import insight.shell.part.Table;
import insight.shell.part.Words;
import insight.train.LearningTask;
import insight.train.Names;
import insight.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a run shows besides its figures, each part only when the run has it. */
record EvidenceCards(TrainingRun.Evidence evidence) {
  private static final int MODEL = 1;
  private static final int OTHER = 2;
  private static final int EVEN = 8;

  List<Component> cards() {
    Diagnostics shown = evidence.diagnostics();
    List<Component> cards = new ArrayList<>();
    if (!evidence.comparisons().isEmpty()) {
      cards.add(comparisons());
    }
    shown.curves().stream().filter(c -> !c.train().isEmpty()).map(this::curve).forEach(cards::add);
    if (!shown.reliability().isEmpty()) {
      cards.add(reliability(shown.reliability()));
    }
    if (!shown.lift().isEmpty()) {
      cards.add(lift(shown.lift()));
    }
    if (!shown.importance().isEmpty()) {
      cards.add(importance(shown.importance()));
    }
    if (!shown.folds().isEmpty()) {
      cards.add(folds(shown.folds()));
    }
    if (!evidence.groups().isEmpty()) {
      cards.add(groups());
    }
    return cards;
  }

  private Card comparisons() {
    String title = Words.of("train.evidence.comparisons");
    Table table =
        new Table(title)
            .column(Words.of("train.evidence.against"))
            .column(Words.of("train.quality.metric"))
            .number(Words.of("train.evidence.difference"))
            .number("n");
    evidence
        .comparisons()
        .forEach(
            c ->
                table.row(
                    Names.trainer(Words.locale(), c.other()),
                    Names.metric(Words.locale(), c.metric()),
                    interval(c.difference()),
                    whole(c.difference().n())));
    return new Card(title).say(Words.of("train.evidence.comparisons.about")).flush(table);
  }

  private Component curve(Diagnostics.Curve curve) {
    int rounds = curve.train().size();
    LineChart chart =
        new LineChart(
                Words.of("train.evidence.curve", Names.metric(Words.locale(), curve.metric())),
                Words.of("train.evidence.curve.about", whole(curve.best() + 1L), whole(rounds)),
                Unit.decimal(3),
                Words.of("train.evidence.round"),
                IntStream.rangeClosed(1, rounds).mapToObj(String::valueOf).toList())
            .notFromZero()
            .line(Words.of("train.evidence.train"), OTHER, curve.train());
    if (curve.validation().size() == rounds) {
      chart.line(Words.of("train.evidence.validation"), MODEL, curve.validation());
    }
    return chart.build().card();
  }

  private static Component reliability(List<Diagnostics.ReliabilityBin> bins) {
    long n = bins.stream().mapToLong(Diagnostics.ReliabilityBin::n).sum();
    return new LineChart(
            Words.of("train.evidence.reliability"),
            Words.of("train.evidence.reliability.about", whole(n)),
            Unit.percent(1),
            Words.of("train.evidence.predicted"),
            bins.stream().map(b -> Figures.number(b.predicted())).toList())
        .line(
            Words.of("train.evidence.observed"),
            MODEL,
            bins.stream().map(b -> b.observed() * 100).toList())
        .dashed(
            Words.of("train.evidence.predicted"),
            EVEN,
            bins.stream().map(b -> b.predicted() * 100).toList())
        .build()
        .card();
  }

  private static Component lift(List<Diagnostics.LiftTenth> tenths) {
    long n = tenths.stream().mapToLong(Diagnostics.LiftTenth::n).sum();
    return new BarChart(
            Words.of("train.evidence.lift"),
            Words.of("train.evidence.lift.about", whole(n)),
            Unit.decimal(2),
            Words.of("train.evidence.tenth"),
            tenths.stream().map(t -> String.valueOf(t.tenth())).toList())
        .bars(
            Words.of("train.evidence.lift"),
            MODEL,
            tenths.stream().map(Diagnostics.LiftTenth::lift).toList())
        .build()
        .card();
  }

  private static Component importance(List<Diagnostics.Importance> features) {
    return new BarChart(
            Words.of("train.evidence.importance"),
            Words.of("train.evidence.importance.about"),
            Unit.decimal(4),
            Words.of("train.evidence.feature"),
            features.stream().map(EvidenceCards::feature).toList())
        .bars(
            Words.of("train.evidence.drop"),
            MODEL,
            features.stream().map(Diagnostics.Importance::drop).toList())
        .lying()
        .build()
        .card();
  }

  private static String feature(Diagnostics.Importance one) {
    String key = "prepare.feature." + one.feature();
    return insight.kernel.Texts.has(Words.locale(), key) ? Words.of(key) : one.feature();
  }

  private static Card folds(List<Diagnostics.Fold> folds) {
    String title = Words.of("train.evidence.folds");
    Table table =
        new Table(title)
            .column(Words.of("train.evidence.part"))
            .number(Words.of("train.evidence.figure"))
            .number("n");
    folds.forEach(f -> table.row(f.name(), interval(f.figure()), whole(f.n())));
    return new Card(title).flush(table);
  }

  private Card groups() {
    String title = Words.of("train.evidence.groups");
    Table table =
        new Table(title)
            .column(Words.of("train.evidence.group"))
            .number("n")
            .number(Words.of("train.evidence.selected"))
            .number(Words.of("train.evidence.hits"))
            .number(Words.of("train.evidence.falseAlarms"))
            .number(Words.of("train.evidence.predicted"))
            .number(Words.of("train.evidence.observed"));
    for (LearningTask.GroupFigures g : evidence.groups()) {
      table.row(
          g.field() + ": " + g.group(),
          whole(g.n()),
          Figures.number(g.selected()),
          Figures.number(g.truePositiveRate()),
          Figures.number(g.falsePositiveRate()),
          Figures.number(g.expected()),
          Figures.number(g.observed()));
    }
    return new Card(title).say(Words.of("train.evidence.groups.about")).flush(table);
  }

  private static String interval(Interval figure) {
    return Figures.number(figure.value())
        + " ("
        + Figures.number(figure.low())
        + " – "
        + Figures.number(figure.high())
        + ")";
  }

  private static String whole(long n) {
    return Numbers.whole(n, Words.locale());
  }
}
