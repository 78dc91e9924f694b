package insight.shell.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "insight.shell.part")
class PartsViewTest extends BrowserlessTest {
  @BeforeEach
  void english() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  void aJobShowsHowFarItIsAndOffersCancel() {
    List<String> cancelled = new ArrayList<>();
    JobCard card = shown(new JobCard(() -> cancelled.add("yes")));
    card.show(job(JobProgress.State.RUNNING));
    assertTrue(text(card).contains("318,400"), text(card));
    assertTrue(text(card).contains("41,200 lines/s · about 6 s left · by operator-1"), text(card));
    assertTrue(html(card).contains("aria-valuenow=\"59\""), html(card));
    test(find(Button.class).withText("Cancel").single()).click();
    assertEquals(List.of("yes"), cancelled);
  }

  @Test
  void aJobThatIsOverOffersNothingMore() {
    JobCard card = shown(new JobCard(() -> {}));
    card.show(job(JobProgress.State.FAILED));
    assertTrue(text(card).contains("Failed"));
    assertEquals(0, find(Button.class).withText("Cancel").all().size());
  }

  @Test
  void aMaskedValueAsksForAReasonFirst() {
    List<String> asked = new ArrayList<>();
    MaskedValue value =
        shown(
            new MaskedValue(
                "m•••",
                List.of(new Choice("service", "Service")),
                Duration.ofMinutes(10),
                (purpose, reason) -> {
                  asked.add(purpose + ": " + reason);
                  return "m@shop.example";
                }));
    test(find(Button.class).withText("Reveal").single()).click();
    test(find(Button.class).withText("Reveal for 10 min").single()).click();
    assertEquals(List.of(), asked);
    assertTrue(find(TextField.class).single().isInvalid());
    test(find(TextField.class).single()).setValue("Question about an order");
    test(find(Button.class).withText("Reveal for 10 min").single()).click();
    assertEquals(List.of("service: Question about an order"), asked);
    assertTrue(text(value).contains("m@shop.example"));
    test(find(Button.class).withText("Hide").single()).click();
    assertFalse(text(value).contains("m@shop.example"));
  }

  @Test
  void aFigureStandsWithItsDoubtAndTarget() {
    KpiCard card =
        shown(
            new KpiCard("Average order value")
                .value("£560", "± 35")
                .delta(Delta.unclear("from £511"))
                .target(560, 550, "Target £550", "102%"));
    assertTrue(text(card).contains("£560± 35"), text(card));
    assertTrue(text(card).contains("No clear change"), text(card));
    assertTrue(html(card).contains("left:78.6%"), html(card));
  }

  @Test
  void aTableHasHeadingsForRowsAndColumns() {
    Table table = new Table("Countries").column("Country").number("Revenue").row("France", "£88k");
    assertTrue(html(table).contains("scope=\"row\""), html(table));
    assertTrue(html(table).contains("scope=\"col\""), html(table));
  }

  @Test
  void wordsComeInTheReadersLanguage() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    assertTrue(text(Delta.unclear("").show()).contains("无明显变化"));
  }

  private static JobProgress job(JobProgress.State state) {
    return new JobProgress(
        "orders.csv",
        state,
        318_400,
        OptionalLong.of(541_909),
        "lines",
        OptionalDouble.of(41_200),
        Optional.of(Duration.ofSeconds(6)),
        List.of(new JobProgress.Step("Store", JobProgress.When.NOW)),
        "by operator-1",
        true);
  }

  private static <T extends Component> T shown(T part) {
    UI.getCurrent().add(part);
    return part;
  }

  private static String text(Component part) {
    return part.getElement().getTextRecursively();
  }

  private static String html(Component part) {
    return part.getElement().getOuterHTML();
  }
}
