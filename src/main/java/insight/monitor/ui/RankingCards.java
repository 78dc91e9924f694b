package insight.monitor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.monitor.Change;
import insight.monitor.Dashboard;
import insight.monitor.Kpi;
import insight.monitor.Rankings;
import insight.shell.part.Card;
import insight.shell.part.PeriodBar;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Countries and products by revenue. */
final class RankingCards {
  private static final int COUNTRIES = 6;

  private final Dashboard dashboard;
  private final boolean compared;
  private final double revenue;
  private final String currency;
  private final Locale locale = Words.locale();

  RankingCards(Dashboard dashboard) {
    this.dashboard = dashboard;
    compared = dashboard.compared().isPresent();
    revenue = dashboard.now().of(Kpi.REVENUE).value();
    currency = dashboard.question().currency();
  }

  Card countries() {
    List<Rankings.Part> all = dashboard.countries();
    Card card = new Card(Words.of("monitor.countries"));
    if (all.isEmpty()) {
      return card.body(none());
    }
    Table table =
        new Table(Words.of("monitor.countries.caption"))
            .column(Words.of("monitor.column.country"))
            .column(Words.of("monitor.column.share"))
            .number(Words.of("monitor.column.revenue"));
    if (compared) {
      table.number(Words.of("monitor.column.change"));
    }
    all.stream().limit(COUNTRIES).forEach(part -> row(table, name(part), part));
    if (all.size() > COUNTRIES) {
      List<Rankings.Part> rest = all.subList(COUNTRIES, all.size());
      row(table, Words.of("monitor.countries.others", rest.size()), sum(rest));
      card.aside(Words.of("monitor.countries.largest", COUNTRIES, all.size()));
    }
    return card.flush(table);
  }

  private void row(Table table, String name, Rankings.Part part) {
    List<Object> cells = new ArrayList<>();
    Span nowrap = new Span(name);
    nowrap.addClassName("nw");
    cells.add(nowrap);
    cells.add(Table.bar(part.revenueMinor() / revenue, 1));
    cells.add(money(part.revenueMinor()));
    if (compared) {
      cells.add(change(part));
    }
    table.row(cells.toArray());
  }

  private static Rankings.Part sum(List<Rankings.Part> parts) {
    return new Rankings.Part(
        "",
        java.util.Optional.empty(),
        parts.stream().mapToLong(Rankings.Part::revenueMinor).sum(),
        parts.stream().mapToLong(Rankings.Part::previousMinor).sum());
  }

  private String name(Rankings.Part part) {
    return part.key().isEmpty()
        ? Words.of("monitor.unknown")
        : PeriodBar.countryName(part.key(), locale);
  }

  Card products() {
    Card card = new Card(Words.of("monitor.products"));
    if (dashboard.products().isEmpty()) {
      return card.body(none());
    }
    Table table =
        new Table(Words.of("monitor.products.caption"))
            .column(Words.of("monitor.column.product"))
            .optional(Words.of("monitor.column.code"))
            .number(Words.of("monitor.column.revenue"));
    if (compared) {
      table
          .optionalNumber(Words.of("monitor.column.previous"))
          .number(Words.of("monitor.column.change"));
    }
    table.optionalNumber(Words.of("monitor.column.share"));
    dashboard.products().forEach(part -> product(table, part));
    return card.aside(Words.of("monitor.products.largest", dashboard.products().size()))
        .flush(table);
  }

  private void product(Table table, Rankings.Part part) {
    List<Object> cells = new ArrayList<>();
    cells.add(part.name().orElse(part.key().isEmpty() ? Words.of("monitor.unknown") : part.key()));
    Span code = new Span(part.key());
    code.addClassNames("mono", "sec");
    cells.add(code);
    cells.add(money(part.revenueMinor()));
    if (compared) {
      Span before = new Span(money(part.previousMinor()));
      before.addClassName("sec");
      cells.add(before);
      cells.add(change(part));
    }
    cells.add(Numbers.percent(part.revenueMinor() / revenue, 1, locale));
    table.row(cells.toArray());
  }

  private Component change(Rankings.Part part) {
    Change change = Change.of((double) part.revenueMinor(), (double) part.previousMinor());
    return Changes.delta(change, Kpi.Unit.MONEY, true, "", locale).show();
  }

  private String money(long minor) {
    return KpiWords.money(minor, currency, locale);
  }

  private static Span none() {
    return new Span(Words.of("monitor.revenue.nothing"));
  }
}
