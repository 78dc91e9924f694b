package insight.collect.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import insight.collect.NewSource;
import insight.collect.Preset;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.kernel.Countries;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A new source: what it delivers, from where, in which currency. */
final class NewSourceDialog {
  /** What a person can choose. */
  enum Shape {
    UCI_ONLINE_RETAIL(SourceKind.CSV, Preset.UCI_ONLINE_RETAIL),
    CDNOW(SourceKind.CSV, Preset.CDNOW),
    OWN_COLUMNS(SourceKind.CSV, null),
    SEGMENT_JSONL(SourceKind.JSONL, Preset.SEGMENT_JSONL),
    TRACKING(SourceKind.TRACKING, null);

    private final SourceKind kind;
    private final Optional<Preset> preset;

    Shape(SourceKind kind, @org.jspecify.annotations.Nullable Preset preset) {
      this.kind = kind;
      this.preset = Optional.ofNullable(preset);
    }

    String words() {
      return Words.of("collect.ui.shape." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private final Sources sources;
  private final Caller caller;
  private final Consumer<Sources.Created> made;
  private final Dialog dialog = new Dialog();
  private final TextField name = new TextField(Words.of("collect.ui.name"));
  private final RadioButtonGroup<Shape> shape =
      new RadioButtonGroup<>(Words.of("collect.ui.delivers"));
  private final ComboBox<String> country = new ComboBox<>(Words.of("collect.ui.country"));
  private final ComboBox<String> timeZone = new ComboBox<>(Words.of("collect.ui.zone"));
  private final ComboBox<String> currency = new ComboBox<>(Words.of("collect.ui.currency"));
  private final ColumnsForm columns = new ColumnsForm();

  NewSourceDialog(Sources sources, Caller caller, ZoneId zone, Consumer<Sources.Created> made) {
    this.sources = sources;
    this.caller = caller;
    this.made = made;
    fill(zone);
    Div fields = new Div(name, shape, columns, country, timeZone, currency);
    fields.addClassName("pick");
    fields.setWidthFull();
    dialog.setHeaderTitle(Words.of("collect.ui.new"));
    dialog.setWidth("560px");
    dialog.add(fields);
    dialog
        .getFooter()
        .add(
            Buttons.plain(Words.of("shell.cancel"), dialog::close),
            Buttons.primary(Words.of("collect.ui.create"), this::save));
  }

  private void fill(ZoneId zone) {
    name.setWidthFull();
    shape.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    shape.setItems(Shape.values());
    shape.setItemLabelGenerator(Shape::words);
    shape.addValueChangeListener(e -> suggest(e.getValue()));
    country.setItems(Locale.getISOCountries());
    country.setItemLabelGenerator(c -> Countries.display(c, Words.locale()));
    country.setClearButtonVisible(true);
    country.setWidthFull();
    timeZone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    timeZone.setValue(zone.getId());
    timeZone.setWidthFull();
    currency.setItems(
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList());
    currency.setWidthFull();
    shape.setValue(Shape.OWN_COLUMNS);
  }

  private void suggest(Shape chosen) {
    columns.setVisible(chosen == Shape.OWN_COLUMNS);
    chosen.preset.ifPresent(
        preset -> {
          timeZone.setValue(preset.zone());
          currency.setValue(preset.currency());
        });
  }

  void open() {
    dialog.open();
    name.focus();
  }

  private void save() {
    Shape chosen = shape.getValue();
    JsonObject mapping =
        chosen == Shape.OWN_COLUMNS ? columns.mapping() : JsonValue.EMPTY_JSON_OBJECT;
    NewSource wanted =
        new NewSource(
            name.getValue().strip(),
            chosen.kind.word(),
            chosen.preset.map(Preset::word),
            mapping,
            Optional.ofNullable(country.getValue()),
            Optional.ofNullable(timeZone.getValue()),
            Optional.ofNullable(currency.getValue()),
            false);
    try {
      Sources.Created created = sources.create(wanted, caller);
      dialog.close();
      Toasts.done(Words.of("collect.ui.created", created.source().name()));
      made.accept(created);
    } catch (Refused refused) {
      complain(refused);
    }
  }

  private void complain(Refused refused) {
    Map<String, HasValidation> fields = new LinkedHashMap<>(columns.fields());
    fields.put("/name", name);
    fields.put("/country", country);
    fields.put("/timeZone", timeZone);
    fields.put("/currency", currency);
    fields.values().forEach(field -> field.setInvalid(false));
    boolean unplaced = false;
    for (Refused.Reason reason : refused.reasons()) {
      boolean taken = refused.kind() == Refused.Kind.CONFLICT;
      HasValidation field = fields.get(taken ? "/name" : reason.pointer());
      if (field == null) {
        unplaced = true;
      } else {
        field.setErrorMessage(reason.in(Words.locale()));
        field.setInvalid(true);
      }
    }
    if (unplaced) {
      Toasts.refused(refused);
    }
  }
}
