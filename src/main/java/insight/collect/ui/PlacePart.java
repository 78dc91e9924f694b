package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.TextRenderer;
import insight.collect.Basis;
import insight.collect.Preset;
import insight.collect.Schedule;
import insight.collect.SourceKind;
import insight.kernel.Countries;
import insight.runtime.Json;
import insight.shell.part.Columns;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the source is called, and where its times and amounts belong. */
final class PlacePart implements WizardPart {
  private final TextField name = new TextField(Words.of("collect.ui.name"));
  private final ComboBox<String> zone = new ComboBox<>(Words.of("collect.ui.zone"));
  private final ComboBox<String> currency = new ComboBox<>(Words.of("collect.ui.currency"));
  private final TextField licence = new TextField(Words.of("collect.ui.source.licence"));
  private final Select<Basis> basis = new Select<>();
  private final IntegerField retention = new IntegerField(Words.of("collect.ui.source.retention"));
  private final Optional<ScheduleField> schedule;
  private final ComboBox<String> country = new ComboBox<>(Words.of("collect.ui.country"));

  /**
   * @param kind decides whether it can run by a schedule
   * @param suggestedName where none was given yet
   * @param suggestedCurrency where something in the file says it
   * @param portal the portal's own zone
   */
  PlacePart(
      SourceKind kind,
      JsonObject settings,
      String suggestedName,
      Optional<String> suggestedCurrency,
      ZoneId portal) {
    Optional<Preset> preset = Preset.of(settings.getString("preset", ""));
    zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    zone.setHelperText(Words.of("collect.wizard.zone.help"));
    currency.setItems(
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList());
    currency.setRenderer(new TextRenderer<>(PlacePart::currencyWords));
    currency.setHelperText(Words.of("collect.wizard.currency.help"));
    country.setItems(Locale.getISOCountries());
    country.setItemLabelGenerator(c -> Countries.display(c, Words.locale()));
    country.setClearButtonVisible(true);
    country.setHelperText(Words.of("collect.wizard.country.help"));
    basis.setLabel(Words.of("collect.ui.source.basis"));
    basis.setItems(Basis.values());
    basis.setEmptySelectionAllowed(true);
    basis.setItemLabelGenerator(b -> b == null ? "–" : Words.of("collect.basis." + b.word()));
    licence.setHelperText(Words.of("collect.source.licence.help"));
    retention.setHelperText(Words.of("collect.source.retention.help"));
    licence.setValue(settings.getString("licence", ""));
    Basis.of(settings.getString("basis", "")).ifPresent(basis::setValue);
    if (settings.containsKey("retentionDays")) {
      retention.setValue(settings.getInt("retentionDays"));
    }
    schedule =
        kind.files() || kind == SourceKind.JDBC
            ? Optional.of(
                new ScheduleField(
                    Optional.of(settings.getString("schedule", ""))
                        .filter(c -> !c.isEmpty())
                        .map(Schedule::new)))
            : Optional.empty();
    name.setRequiredIndicatorVisible(true);
    zone.setRequiredIndicatorVisible(true);
    currency.setRequiredIndicatorVisible(true);
    name.setValue(settings.getString("name", suggestedName));
    zone.setValue(settings.getString("timeZone", preset.map(Preset::zone).orElse(portal.getId())));
    Optional.ofNullable(settings.getString("currency", null))
        .or(() -> preset.map(Preset::currency))
        .or(() -> suggestedCurrency)
        .ifPresent(currency::setValue);
    Optional.ofNullable(settings.getString("country", null)).ifPresent(country::setValue);
  }

  private static String currencyWords(String code) {
    return code + " · " + Currency.getInstance(code).getDisplayName(Words.locale());
  }

  @Override
  public Component show() {
    Div fields = new Div(name, zone, currency, country, licence, basis, retention);
    fields.addClassName("wizard-fields");
    return schedule.isPresent() ? Columns.stack(fields, schedule.get()) : fields;
  }

  @Override
  public JsonObject read(JsonObject settings) {
    JsonObjectBuilder json =
        Json.object(settings)
            .remove("timeZone")
            .remove("currency")
            .remove("country")
            .remove("licence")
            .remove("basis")
            .remove("retentionDays")
            .remove("schedule")
            .add("name", name.getValue().strip());
    Optional.ofNullable(zone.getValue()).ifPresent(z -> json.add("timeZone", z));
    Optional.ofNullable(currency.getValue()).ifPresent(c -> json.add("currency", c));
    Optional.ofNullable(country.getValue()).ifPresent(c -> json.add("country", c));
    Optional.of(licence.getValue().strip())
        .filter(l -> !l.isEmpty())
        .ifPresent(l -> json.add("licence", l));
    Optional.ofNullable(basis.getValue()).ifPresent(b -> json.add("basis", b.word()));
    Optional.ofNullable(retention.getValue()).ifPresent(d -> json.add("retentionDays", d));
    schedule.flatMap(ScheduleField::value).ifPresent(c -> json.add("schedule", c));
    return json.build();
  }

  @Override
  public Map<String, HasValidation> fields() {
    Map<String, HasValidation> fields = new LinkedHashMap<>();
    fields.put("/name", name);
    fields.put("/timeZone", zone);
    fields.put("/currency", currency);
    fields.put("/country", country);
    fields.put("/licence", licence);
    fields.put("/basis", basis);
    fields.put("/retentionDays", retention);
    schedule.ifPresent(s -> fields.put("/schedule", s.field()));
    return fields;
  }
}
