package insight.monitor.ui;

import insight.kernel.Texts;
import insight.monitor.Alert;
import insight.monitor.Change;
import insight.monitor.Dashboard;
import insight.monitor.Figures;
import insight.monitor.Kpi;
import insight.shell.part.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The dashboard in two sentences: what moved, by what, and what waits for someone. */
final class DashboardVerdict {
  private final Dashboard dashboard;
  private final Locale locale;

  private DashboardVerdict(Dashboard dashboard, Locale locale) {
    this.dashboard = dashboard;
    this.locale = locale;
  }

  static String of(Dashboard dashboard, Locale locale) {
    return new DashboardVerdict(dashboard, locale).sentences();
  }

  private String sentences() {
    List<String> all = new ArrayList<>();
    all.add(dashboard.then().map(this::compared).orElseGet(this::alone));
    if (dashboard.tooShort()) {
      all.add(text("monitor.verdict.short", Times.day(dashboard.basis().firstDay(), locale)));
    }
    long firing = dashboard.alerts().stream().filter(a -> a.state() == Alert.State.FIRING).count();
    if (firing > 0) {
      all.add(text("monitor.verdict.alerts", firing));
    }
    return String.join(text("monitor.verdict.join"), all);
  }

  private String alone() {
    Figures now = dashboard.now();
    if (now.of(Kpi.ORDERS).value() == 0) {
      return text("monitor.verdict.nothing");
    }
    return text(
        "monitor.verdict.alone",
        value(Kpi.REVENUE),
        value(Kpi.ORDERS),
        value(Kpi.ACTIVE_CUSTOMERS));
  }

  private String compared(Figures then) {
    Figures now = dashboard.now();
    Change revenue = change(then, Kpi.REVENUE);
    if (now.of(Kpi.ORDERS).value() == 0 || then.of(Kpi.ORDERS).value() == 0) {
      return alone();
    }
    String main =
        switch (revenue.way()) {
          case UP -> text("monitor.verdict.up", relative(revenue), value(Kpi.REVENUE), why(then));
          case DOWN ->
              text("monitor.verdict.down", relative(revenue), value(Kpi.REVENUE), why(then));
          case SAME, UNCLEAR, UNKNOWN ->
              text("monitor.verdict.same", value(Kpi.REVENUE), why(then));
        };
    return main + text("monitor.verdict.join") + returns(then);
  }

  /** Revenue is orders × average order: how each of the two moved. */
  private String why(Figures then) {
    Change orders = change(then, Kpi.ORDERS);
    Change average = change(then, Kpi.AVERAGE_ORDER_VALUE);
    return text(
        "monitor.verdict.why",
        moved("monitor.verdict.orders", orders),
        moved("monitor.verdict.average", average));
  }

  private String moved(String key, Change change) {
    return switch (change.way()) {
      case UP -> text(key + ".up", relative(change));
      case DOWN -> text(key + ".down", relative(change));
      case SAME -> text(key + ".same");
      case UNCLEAR, UNKNOWN -> text(key + ".unclear");
    };
  }

  private String returns(Figures then) {
    double now = dashboard.now().returnShare();
    Change change = Change.of(now, then.returnShare());
    String share = KpiWords.percent(now, locale);
    return switch (change.way()) {
      case UP -> text("monitor.verdict.returns.up", share);
      case DOWN -> text("monitor.verdict.returns.down", share);
      case SAME, UNCLEAR, UNKNOWN -> text("monitor.verdict.returns.same", share);
    };
  }

  private Change change(Figures then, Kpi kpi) {
    return Change.of(dashboard.now().of(kpi), then.of(kpi));
  }

  private String relative(Change change) {
    return KpiWords.relative(change, locale);
  }

  private String value(Kpi kpi) {
    return KpiWords.value(
        kpi, dashboard.now().of(kpi).value(), dashboard.question().currency(), locale);
  }

  private String text(String key, Object... arguments) {
    return Texts.of(locale, key, arguments);
  }
}
