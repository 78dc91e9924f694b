package insight.collect.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.Content;
import insight.collect.Mending;
import insight.collect.PreviewFixture;
import insight.collect.Schedule;
import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "insight.collect.ui.none")
class WizardViewTest extends BrowserlessTest {
  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  @BeforeEach
  void english() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  private static <T extends Component> T shown(T component) {
    UI.getCurrent().removeAll();
    UI.getCurrent().add(new Div(component));
    return component;
  }

  private static ColumnsPart columns(String file) {
    ColumnsPart part = new ColumnsPart(PreviewFixture.of(file), NOTHING, Content.EVENTS);
    shown(part.show());
    return part;
  }

  @SuppressWarnings("unchecked")
  private Select<String> field(String column) {
    return find(Select.class).all().stream()
        .map(s -> (Select<String>) s)
        .filter(s -> s.getAriaLabel().orElse("").contains(column))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theProposalIsFilledInAndBecomesTheMapping() {
    ColumnsPart part =
        columns(
            "Kundennummer;Bestelldatum;Betrag\n7;24.12.2025 18:00;4.50\n8;24.12.2025 19:00;1\n");
    assertEquals("customer", field("Kundennummer").getValue());
    JsonObject mapping = part.read(NOTHING).getJsonObject("mapping");
    assertEquals("Betrag", mapping.getJsonObject("amount").getString("column"));
    assertEquals("d.M.yyyy H:mm", mapping.getJsonObject("time").getString("format"));
    assertEquals("Order Completed", mapping.getJsonObject("event").getString("constant"));
  }

  @Test
  void whatWasChosenBeforeStays() {
    JsonObject before = Json.parse("{\"order\":{\"column\":\"Kundennummer\"}}");
    ColumnsPart part =
        new ColumnsPart(PreviewFixture.of("Kundennummer;Betrag\n7;4.50\n"), before, Content.EVENTS);
    shown(part.show());
    assertEquals("order", field("Kundennummer").getValue());
    assertEquals("", field("Betrag").getValue());
  }

  @Test
  void aFieldChosenTwiceIsRefusedAtBothColumns() {
    ColumnsPart part = columns("when,total,sum\n2026-01-02,4.50,4.50\n");
    field("total").setValue("amount");
    field("sum").setValue("amount");
    List<Refused.Reason> left = part.complain(List.of());
    assertEquals(1, left.size());
    assertTrue(field("total").isInvalid());
    assertTrue(field("sum").isInvalid());
    assertFalse(field("when").isInvalid());
  }

  @Test
  void onlyFieldsOfTheContentCanBeChosen() {
    ColumnsPart part =
        new ColumnsPart(PreviewFixture.of("sku,title\nA1,Lamp\n"), NOTHING, Content.PRODUCTS);
    shown(part.show());
    assertEquals("product", field("sku").getValue());
    assertFalse(part.read(NOTHING).getJsonObject("mapping").containsKey("event"));
  }

  private static Mending.Broken broken(long line, String column, String... values) {
    return new Mending.Broken(
        line,
        column,
        new Refused.Reason(column, "collect.reject.number", List.of()),
        List.of("who", "qty"),
        List.of(values),
        Optional.empty());
  }

  @Test
  void onlyChangedCellsAreSentAndTheRefusedOneSaysWhy() {
    MendTable table =
        shown(
            new MendTable(
                List.of(broken(7, "qty", Mending.MASK, "12 pcs"), broken(9, "qty", "k", "one"))));
    List<TextField> cells = find(TextField.class).all();
    assertEquals(4, cells.size());
    assertTrue(cells.get(1).isInvalid());
    assertTrue(cells.get(1).getErrorMessage().contains("Did you mean 12?"));
    assertEquals(Map.of(), table.changes());
    cells.get(1).setValue("12");
    assertEquals(Map.of(7L, Map.of("qty", "12")), table.changes());
  }

  @Test
  void aScheduleIsSaidInWordsAndGivenAsCron() {
    for (Schedule schedule :
        List.of(
            Schedule.hourly(),
            Schedule.daily(LocalTime.of(6, 30)),
            Schedule.weekly(DayOfWeek.FRIDAY, LocalTime.of(7, 0)),
            Schedule.monthly(3, LocalTime.of(8, 0)),
            new Schedule("*/5 2 * * 1-5"))) {
      assertEquals(
          Optional.of(schedule.cron()), shown(new ScheduleField(Optional.of(schedule))).value());
    }
    assertEquals(Optional.empty(), shown(new ScheduleField(Optional.empty())).value());
  }

  @Test
  void aMappingOfASourceCanBeEdited() {
    JsonObject mapping =
        Json.parse(
            """
            {"event":{"constant":"Order Completed"},"amount":{"column":"total"},
             "time":{"column":"when","format":"d.M.yyyy"}}""");
    MappingForm form = shown(new MappingForm(Content.EVENTS, mapping));
    assertEquals(mapping, form.mapping());
  }
}
