package insight.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RailTest {
  @Page(stage = Stage.COLLECT, order = 1, title = "shell.stage.collect")
  private static final class Sources {}

  @Page(stage = Stage.WATCH, order = 1, title = "shell.stage.watch")
  private static final class Alerts {}

  private final Rail rail =
      new Rail(
          List.of(entry(Sources.class, "sources"), entry(Alerts.class, "alerts")),
          Optional.of("Demo shop"));

  @Test
  void onlyTheStageOfThePageIsOpen() {
    rail.here("alerts/7", Optional.empty());
    assertEquals(1, count("class=\"open\""));
    assertEquals(1, count("aria-current=\"page\""));
  }

  @Test
  void aPageThatIsNotInTheRailOpensItsStage() {
    rail.here("imports/12", Optional.of(Stage.COLLECT));
    assertEquals(1, count("class=\"open\""));
    assertEquals(0, count("aria-current=\"page\""));
  }

  @Test
  void theSignIsSpokenToo() {
    rail.signs(Map.of(Stage.WATCH, new Sign(Sign.State.CRITICAL, 1)));
    assertTrue(html().contains("aria-label=\"Watch, critical: 1\""), html());
    assertTrue(html().contains("aria-label=\"Collect, no data yet\""), html());
  }

  @Test
  void aLongerPathDoesNotMatchAShorterNeighbour() {
    assertTrue(entry(Alerts.class, "alerts").covers("alerts/7"));
    assertFalse(entry(Alerts.class, "alerts").covers("alerts-old"));
    assertFalse(entry(Alerts.class, "").covers("alerts"));
  }

  private static MenuEntry entry(Class<?> view, String path) {
    return new MenuEntry(Optional.ofNullable(view.getAnnotation(Page.class)).orElseThrow(), path);
  }

  private int count(String what) {
    return html().split(what, -1).length - 1;
  }

  private String html() {
    return rail.getElement().getOuterHTML();
  }
}
