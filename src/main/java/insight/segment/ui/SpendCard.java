package insight.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Money;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.segment.CustomerProfile;
import insight.segment.CustomerProfiles;
import insight.shell.chart.BarChart;
import insight.shell.chart.Chart;
import insight.shell.chart.Unit;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a customer spent, month by month. */
final class SpendCard {
  private SpendCard() {}

  /** Spend by month in the main currency; empty for who never bought. */
  static Optional<Component> of(
      CustomerProfiles profiles, Person person, CustomerProfile profile, Grant grant, ZoneId zone) {
    return profile
        .turnover()
        .map(t -> t.sales().currency().getCurrencyCode())
        .map(currency -> profiles.months(person, currency, profile.asOf(), grant))
        .filter(months -> !months.isEmpty())
        .map(months -> chart(months, profile, zone));
  }

  private static Component chart(
      List<CustomerProfile.Month> months, CustomerProfile profile, ZoneId zone) {
    Money symbol = months.getFirst().sales();
    YearMonth current = YearMonth.from(profile.asOf().atZone(zone));
    int last = months.size() - 1;
    boolean unfinished = months.get(last).month().equals(current);
    Chart chart =
        new BarChart(
                Words.of("segment.spend"),
                spendWords(months),
                Unit.money(symbol.symbol()),
                Words.of("segment.month"),
                months.stream().map(m -> month(m.month())).toList())
            .bars(
                Words.of("segment.feature.monetary"),
                1,
                months.stream().map(m -> m.sales().amount().doubleValue()).toList())
            .pale(unfinished ? List.of(last) : List.of())
            .height(180)
            .build();
    return unfinished
        ? chart.card(
            new Span(
                Words.of(
                    "segment.spend.until",
                    Times.shortDay(profile.asOf().atZone(zone).toLocalDate(), Words.locale()))))
        : chart.card();
  }

  private static String spendWords(List<CustomerProfile.Month> months) {
    CustomerProfile.Month peak =
        months.stream().max(Comparator.comparing(CustomerProfile.Month::sales)).orElseThrow();
    long bought = months.stream().filter(m -> m.orders() > 0).count();
    return Words.of(
        "segment.spend.say",
        bought,
        months.size(),
        month(peak.month()),
        peak.sales().brief(Words.locale()));
  }

  private static String month(YearMonth month) {
    return Times.month(month.atDay(1), Words.locale());
  }
}
