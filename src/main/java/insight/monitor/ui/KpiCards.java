package insight.monitor.ui;

import com.vaadin.flow.component.Component;
import insight.monitor.Change;
import insight.monitor.Course;
import insight.monitor.Dashboard;
import insight.monitor.Figure;
import insight.monitor.Figures;
import insight.monitor.Kpi;
import insight.shell.part.KpiCard;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The eight cards: seven figures, and satisfaction, which nobody has been asked about yet. */
final class KpiCards {
  private final Dashboard dashboard;
  private final Function<Kpi, String> path;
  private final String currency;
  private final Locale locale = Words.locale();

  /** {@code path} is what a figure's card opens. */
  KpiCards(Dashboard dashboard, Function<Kpi, String> path) {
    this.dashboard = dashboard;
    this.path = path;
    this.currency = dashboard.question().currency();
  }

  Component[] all() {
    List<Component> cards = new ArrayList<>();
    for (Kpi kpi :
        List.of(
            Kpi.REVENUE,
            Kpi.ORDERS,
            Kpi.AVERAGE_ORDER_VALUE,
            Kpi.ACTIVE_CUSTOMERS,
            Kpi.NEW_CUSTOMERS,
            Kpi.REPEAT_RATE)) {
      cards.add(card(kpi));
    }
    cards.add(returns());
    cards.add(satisfaction());
    return cards.toArray(Component[]::new);
  }

  private KpiCard card(Kpi kpi) {
    Figure now = dashboard.now().of(kpi);
    KpiCard card = begun(kpi);
    if (!now.hasValue()) {
      return card.missing(Words.of("monitor.kpi.none"));
    }
    card.value(value(now), KpiWords.doubt(now, currency, locale));
    course(card, kpi);
    dashboard.then().ifPresent(then -> delta(card, now, then.of(kpi)));
    return target(card, now);
  }

  private KpiCard begun(Kpi kpi) {
    return new KpiCard(KpiWords.name(kpi, locale))
        .about(KpiWords.about(kpi, locale))
        .opens(path.apply(kpi));
  }

  private void course(KpiCard card, Kpi kpi) {
    List<Double> values = new ArrayList<>();
    for (Course.Step step : Weeks.whole(dashboard.course())) {
      double value =
          kpi == Kpi.REPEAT_RATE ? step.repeatRateSoFar() : step.figures().of(kpi).value();
      values.add(Double.isFinite(value) ? value : 0);
    }
    if (values.size() > 1) {
      card.course(values, kpi.moreIsBetter() ? 1 : 2);
    }
  }

  private void delta(KpiCard card, Figure now, Figure then) {
    Kpi kpi = now.kpi();
    String from = Words.of("monitor.from", KpiWords.full(then, currency, locale));
    card.delta(Changes.delta(Change.of(now, then), kpi.unit(), kpi.moreIsBetter(), from, locale));
  }

  private KpiCard target(KpiCard card, Figure now) {
    Kpi kpi = now.kpi();
    Double target = dashboard.targets().get(kpi);
    if (target == null) {
      String left =
          kpi == Kpi.NEW_CUSTOMERS
              ? Words.of("monitor.ofActive", percent(dashboard.now().newShare()))
              : n(now);
      return card.foot(left, Words.of("monitor.target.none"));
    }
    String goal = Words.of("monitor.target", KpiWords.value(kpi, target, currency, locale));
    boolean inside = now.hasInterval() && now.low() <= target && target <= now.high();
    return card.target(
        now.value(),
        target,
        inside ? Words.of("monitor.target.inside", goal) : goal,
        now.hasInterval() ? n(now) : reached(now.value(), target));
  }

  /** Returns stand as a share of revenue, with the amount beneath. */
  private KpiCard returns() {
    Figures now = dashboard.now();
    KpiCard card = begun(Kpi.RETURNS);
    if (!Double.isFinite(now.returnShare())) {
      return card.missing(Words.of("monitor.kpi.none"));
    }
    card.value(percent(now.returnShare()), Words.of("monitor.ofRevenue"));
    course(card, Kpi.RETURNS);
    dashboard.then().ifPresent(then -> card.delta(returnDelta(now, then)));
    Figure amount = now.of(Kpi.RETURNS);
    Double limit = dashboard.targets().get(Kpi.RETURNS);
    if (limit == null) {
      return card.foot(value(amount), Words.of("monitor.limit.none"));
    }
    String words = Words.of("monitor.limit", KpiWords.money(limit, currency, locale));
    return card.target(amount.value(), limit, words, value(amount));
  }

  private insight.shell.part.Delta returnDelta(Figures now, Figures then) {
    return Changes.delta(
        Change.of(now.returnShare(), then.returnShare()),
        Kpi.Unit.SHARE,
        false,
        Words.of("monitor.from", percent(then.returnShare())),
        locale);
  }

  private static KpiCard satisfaction() {
    return new KpiCard(Words.of("monitor.kpi.satisfaction"))
        .about(Words.of("monitor.kpi.satisfaction.about"))
        .missing(Words.of("monitor.kpi.satisfaction.none"));
  }

  private String value(Figure figure) {
    return KpiWords.value(figure.kpi(), figure.value(), currency, locale);
  }

  private String percent(double share) {
    return KpiWords.percent(share, locale);
  }

  private String n(Figure figure) {
    return Words.of("monitor.n", insight.kernel.Numbers.whole(figure.n(), locale));
  }

  private String reached(double value, double target) {
    return insight.kernel.Numbers.percent(value / target, 0, locale);
  }
}
