package insight.monitor.ui;

import insight.kernel.Period;
import insight.monitor.Alert;
import insight.monitor.Course;
import insight.monitor.Dashboard;
import insight.monitor.Figure;
import insight.monitor.Figures;
import insight.monitor.Kpi;
import insight.monitor.Kpis;
import insight.monitor.Rankings;
import insight.monitor.Reporting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The autumn of 2011 beside the summer, as the shop knows it. */
final class DashboardFixture {
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  static final Period AUTUMN =
      new Period(LocalDate.of(2011, 9, 1), LocalDate.of(2011, 12, 1), LONDON);

  private DashboardFixture() {}

  static Figures autumn() {
    return figures(372_306_580, 6646, 56_020, 3374, 2851, 980, 17_091_726, .4774, .0183);
  }

  static Figures summer() {
    return figures(220_844_172, 4326, 51_050, 3696, 1934, 592, 16_246_712, .4271, .0220);
  }

  private static Figures figures(
      double revenue,
      long orders,
      double average,
      double half,
      long active,
      long fresh,
      double returned,
      double repeat,
      double repeatHalf) {
    return new Figures(
        Map.of(
            Kpi.REVENUE, exact(Kpi.REVENUE, revenue, orders),
            Kpi.ORDERS, exact(Kpi.ORDERS, orders, orders),
            Kpi.AVERAGE_ORDER_VALUE,
                new Figure(
                    Kpi.AVERAGE_ORDER_VALUE, average, average - half, average + half, orders),
            Kpi.ACTIVE_CUSTOMERS, exact(Kpi.ACTIVE_CUSTOMERS, active, active),
            Kpi.NEW_CUSTOMERS, exact(Kpi.NEW_CUSTOMERS, fresh, active),
            Kpi.RETURNS, exact(Kpi.RETURNS, returned, 3081),
            Kpi.REPEAT_RATE,
                new Figure(
                    Kpi.REPEAT_RATE, repeat, repeat - repeatHalf, repeat + repeatHalf, active)),
        56_909_125,
        Optional.empty());
  }

  private static Figure exact(Kpi kpi, double value, long n) {
    return new Figure(kpi, value, Double.NaN, Double.NaN, n);
  }

  static Dashboard dashboard(Optional<Figures> then, Map<Kpi, Double> targets, List<Alert> alerts) {
    Reporting.Basis basis =
        new Reporting.Basis(
            LONDON,
            "GBP",
            Instant.parse("2010-12-01T08:26:00Z"),
            Instant.parse("2011-12-09T12:50:00Z"),
            List.of("GB", "IE"));
    return new Dashboard(
        basis,
        new Kpis.Question(AUTUMN, Optional.empty(), "GBP"),
        then.map(figures -> AUTUMN.previous()),
        then.isEmpty(),
        course(AUTUMN, autumn()),
        then.map(figures -> course(AUTUMN.previous(), figures)),
        targets,
        List.of(new Rankings.Part("GB", Optional.empty(), 316_000_000, 180_000_000)),
        List.of(new Rankings.Part("23084", Optional.of("RABBIT NIGHT LIGHT"), 4_750_000, 740_000)),
        alerts,
        List.of());
  }

  private static Course course(Period period, Figures figures) {
    LocalDate middle = period.from().plusDays(7);
    return new Course(
        figures,
        List.of(
            new Course.Step(new Period(period.from(), middle, LONDON), figures, .2),
            new Course.Step(new Period(middle, middle.plusDays(7), LONDON), figures, .4)));
  }
}
