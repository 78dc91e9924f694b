package insight.monitor.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.monitor.Dashboard;
import insight.monitor.Figure;
import insight.monitor.Kpi;
import insight.monitor.Origins;
import insight.shell.part.Badge;
import insight.shell.part.EvidenceDrawer;
import insight.shell.part.KeyValues;
import insight.shell.part.PeriodBar;
import insight.shell.part.Rich;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.util.List;
import java.util.Locale;

/** Where a figure comes from: its definition, what it rests on, the deliveries behind it. */
final class KpiEvidence {
  private KpiEvidence() {}

  static EvidenceDrawer of(Kpi kpi, Dashboard dashboard, List<Origins.Origin> origins) {
    Locale locale = Words.locale();
    Figure figure = dashboard.now().of(kpi);
    String title =
        KpiWords.name(kpi, locale)
            + " "
            + KpiWords.full(figure, dashboard.question().currency(), locale);
    return new EvidenceDrawer(title)
        .section(Words.of("monitor.evidence.words"), words(kpi, figure, dashboard, locale))
        .section(Words.of("monitor.evidence.counted"), counted(figure, dashboard, locale))
        .section(Words.of("monitor.evidence.from"), from(origins, locale));
  }

  private static Paragraph words(Kpi kpi, Figure figure, Dashboard dashboard, Locale locale) {
    String sentence = KpiWords.about(kpi, locale);
    if (figure.hasInterval()) {
      String currency = dashboard.question().currency();
      sentence +=
          " "
              + Words.of(
                  "monitor.evidence.interval",
                  KpiWords.value(kpi, figure.low(), currency, locale),
                  KpiWords.value(kpi, figure.high(), currency, locale));
    }
    return Rich.paragraph(sentence);
  }

  private static KeyValues counted(Figure figure, Dashboard dashboard, Locale locale) {
    KeyValues facts =
        new KeyValues()
            .row(Words.of("shell.period"), Times.range(dashboard.question().period(), locale))
            .row(Words.of("monitor.evidence.zone"), dashboard.basis().zone().getId())
            .row(
                Words.of("shell.period.country"),
                dashboard
                    .question()
                    .country()
                    .map(code -> PeriodBar.countryName(code, locale))
                    .orElse(Words.of("monitor.evidence.everywhere")))
            .row(
                Words.of("monitor.evidence.currency"),
                Words.of("monitor.evidence.only", dashboard.question().currency()))
            .row("n", Numbers.whole(figure.n(), locale));
    dashboard
        .compared()
        .ifPresent(
            period -> facts.row(Words.of("monitor.evidence.against"), Times.range(period, locale)));
    return facts;
  }

  private static KeyValues from(List<Origins.Origin> origins, Locale locale) {
    KeyValues facts = new KeyValues();
    for (Origins.Origin origin : origins) {
      Span words =
          new Span(
              origin.imports().isEmpty()
                  ? Words.of("monitor.evidence.tracked", Numbers.whole(origin.lines(), locale))
                  : Words.of(
                      "monitor.evidence.imported",
                      Numbers.whole(origin.lines(), locale),
                      origin.imports()));
      if (origin.synthetic()) {
        facts.row(origin.source(), words, Badge.outline(Words.of("monitor.evidence.synthetic")));
      } else {
        facts.row(origin.source(), words);
      }
    }
    return origins.isEmpty()
        ? facts.row(Words.of("monitor.evidence.from"), Words.of("monitor.revenue.nothing"))
        : facts;
  }
}
