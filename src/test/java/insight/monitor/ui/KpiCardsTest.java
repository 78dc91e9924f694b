package insight.monitor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.Component;
import insight.monitor.Kpi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KpiCardsTest {
  @Test
  void eachFigureHasValueDoubtChangeAndTarget() {
    List<String> cards =
        cards(Map.of(Kpi.REVENUE, 350_000_000.0, Kpi.AVERAGE_ORDER_VALUE, 55_000.0));
    assertEquals(8, cards.size());
    has(cards.get(0), "Revenue", "£3.72M", "68.6%", "from £2.21M", "Target £3.50M", "106%");
    has(cards.get(1), "Orders", "6,646", "53.6%", "no target set");
    has(cards.get(2), "£560", "± 34", "No clear change", "Target £550, inside interval", "n 6,646");
    has(cards.get(4), "980", "34.4% of active");
    has(cards.get(5), "47.7%", "± 1.8", "5.0 pts");
    has(cards.get(6), "4.6%", "of revenue", "2.8 pts", "£171k");
  }

  @Test
  void satisfactionSaysHonestlyThatNobodyAnswered() {
    has(cards(Map.of()).get(7), "Satisfaction", "No answers yet.");
  }

  private static void has(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), word + " in: " + text);
    }
  }

  private static List<String> cards(Map<Kpi, Double> targets) {
    Component[] all =
        new KpiCards(
                DashboardFixture.dashboard(
                    Optional.of(DashboardFixture.summer()), targets, List.of()),
                Kpi::id)
            .all();
    return java.util.Arrays.stream(all).map(c -> c.getElement().getTextRecursively()).toList();
  }
}
