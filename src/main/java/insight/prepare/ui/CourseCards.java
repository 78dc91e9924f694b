package insight.prepare.ui;

import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.prepare.quality.DataQuality;
import insight.prepare.quality.Dimension;
import insight.prepare.quality.SourceQuality;
import insight.prepare.quality.SourceQuality.Point;
import insight.shell.chart.LineChart;
import insight.shell.chart.Unit;
import insight.shell.part.Card;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Quality over time: shares of sound values a week, and rows a day against what is usual. */
final class CourseCards {
  private static final int DAYS = 90;
  private static final List<Dimension> SHARES =
      List.of(Dimension.COMPLETENESS, Dimension.VALIDITY, Dimension.UNIQUENESS, Dimension.LATENESS);

  private final DataQuality quality;

  CourseCards(DataQuality quality) {
    this.quality = quality;
  }

  List<Card> cards(SourceQuality q) {
    List<Card> cards = new ArrayList<>();
    if (q.score().value().isEmpty()) {
      return cards;
    }
    shares(q, cards);
    volume(q, cards);
    return cards;
  }

  /** Sums of one week. */
  private record Week(long checked, long failed) {
    Week plus(Point p) {
      return new Week(checked + p.checked(), failed + p.failed());
    }
  }

  private void shares(SourceQuality q, List<Card> cards) {
    Map<Dimension, Map<LocalDate, Week>> weeks = new TreeMap<>();
    TreeSet<LocalDate> all = new TreeSet<>();
    for (Dimension dimension : SHARES) {
      Map<LocalDate, Week> of = new TreeMap<>();
      for (Point point : quality.course(q, dimension)) {
        if (q.newest().map(newest -> !point.day().isAfter(newest)).orElse(true)) {
          LocalDate monday = point.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          of.merge(monday, new Week(0, 0).plus(point), (a, b) -> a.plus(point));
        }
      }
      all.addAll(of.keySet());
      weeks.put(dimension, of);
    }
    List<LocalDate> shown = all.stream().skip(Math.max(0, all.size() - 60)).toList();
    if (shown.size() < 2) {
      return;
    }
    LineChart chart =
        new LineChart(
                Words.of("prepare.quality.course"),
                Words.of("prepare.quality.course.say"),
                Unit.percent(2),
                Words.of("prepare.quality.week"),
                shown.stream().map(d -> Times.shortDay(d, Words.locale())).toList())
            .notFromZero();
    int colour = 1;
    for (Dimension dimension : SHARES) {
      Map<LocalDate, Week> of = weeks.getOrDefault(dimension, Map.of());
      if (!of.isEmpty()) {
        chart.line(
            Words.of("prepare.quality.dimension." + dimension.word()),
            colour++,
            shown.stream().map(day -> share(of.get(day))).toList());
      }
    }
    long n =
        weeks.getOrDefault(Dimension.UNIQUENESS, Map.of()).entrySet().stream()
            .filter(e -> shown.contains(e.getKey()))
            .mapToLong(e -> e.getValue().checked())
            .sum();
    cards.add(chart.build().card(n(n)));
  }

  private static double share(@org.jspecify.annotations.Nullable Week week) {
    return week == null || week.checked() == 0
        ? Double.NaN
        : 100 * (1 - (double) week.failed() / week.checked());
  }

  private void volume(SourceQuality q, List<Card> cards) {
    List<Point> days = quality.course(q, Dimension.VOLUME);
    List<Point> shown = days.stream().skip(Math.max(0, days.size() - DAYS)).toList();
    if (shown.size() < 2) {
      return;
    }
    long off = shown.stream().filter(p -> p.failed() > 0).count();
    LineChart chart =
        new LineChart(
                Words.of("prepare.quality.volume"),
                Words.of("prepare.quality.volume.say", off, shown.size()),
                Unit.count(),
                Words.of("prepare.quality.day"),
                shown.stream().map(p -> Times.shortDay(p.day(), Words.locale())).toList())
            .band(
                Words.of("prepare.quality.volume.usual"),
                8,
                shown.stream().map(Point::low).toList(),
                shown.stream().map(Point::high).toList())
            .line(
                Words.of("prepare.quality.volume.rows"),
                1,
                shown.stream().map(p -> (double) p.checked()).toList());
    cards.add(chart.build().card(n(shown.stream().mapToLong(Point::checked).sum())));
  }

  private static Span n(long n) {
    return new Span(Words.of("prepare.quality.n", Numbers.whole(n, Words.locale())));
  }
}
