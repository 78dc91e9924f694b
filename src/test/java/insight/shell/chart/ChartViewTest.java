package insight.shell.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "insight.shell.chart")
class ChartViewTest extends BrowserlessTest {
  @BeforeEach
  void english() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  void itSaysWhatItShowsToThoseWhoDoNotSeeIt() {
    UI.getCurrent().add(chart());
    Chart.Plot plot = find(Chart.Plot.class).single();
    assertEquals("img", plot.getElement().getAttribute("role"));
    assertEquals(
        "Revenue by week. Above target in 1 of 2 weeks.",
        plot.getElement().getAttribute("aria-label"));
  }

  @Test
  void itsNumbersComeAsATableOnDemand() {
    Chart chart = chart();
    UI.getCurrent().add(chart.card());
    Button button = find(Button.class).withText("Show table").single();
    assertFalse(chart.getElement().getOuterHTML().contains("aria-expanded=\"true\""));
    test(button).click();
    String html = chart.getElement().getOuterHTML();
    assertTrue(html.contains("£197,000"), html);
    assertTrue(html.contains("–"), "a gap is shown as one");
    assertEquals("Hide table", button.getText());
  }

  @Test
  void withoutASentenceThereIsNoChart() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineChart("Revenue", " ", Unit.count(), "Week", List.of("1")));
  }

  @Test
  void everyPointNeedsItsLabel() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BarChart("Spend", "Steady.", Unit.count(), "Month", List.of("Jan", "Feb"))
                .bars("Spend", 1, List.of(1.0)));
  }

  private static Chart chart() {
    return new LineChart(
            "Revenue by week",
            "Above target in **1 of 2** weeks.",
            Unit.money("£"),
            "Week",
            List.of("1 Sep", "8 Sep"))
        .line("This period", 1, List.of(197_000.0, Double.NaN))
        .limit("Target", 190_000)
        .build();
  }
}
