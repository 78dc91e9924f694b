package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.collect.Basis;
import insight.collect.Source;
import insight.collect.SourceChange;
import insight.collect.SourceDetails;
import insight.collect.SourceKind;
import insight.collect.Sources;
import insight.kernel.Countries;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.Link;
import insight.shell.part.Note;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Toasts;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is set at a source: name, owner, jurisdiction, licence, basis, retention, runs, columns. */
@Route("sources/:source([0-9]{1,9})/edit")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.COLLECT, title = "collect.source.edit")
public class SourceEditView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Sources sources;
  private final transient Caller caller;
  private final TextField name = new TextField(Words.of("collect.ui.name"));
  private final TextField owner = new TextField(Words.of("collect.ui.source.owner"));
  private final ComboBox<String> country = new ComboBox<>(Words.of("collect.ui.country"));
  private final TextField licence = new TextField(Words.of("collect.ui.source.licence"));
  private final Select<Basis> basis = new Select<>();
  private final IntegerField retention = new IntegerField(Words.of("collect.ui.source.retention"));
  private final Div complaints = new Div();
  private transient Optional<ScheduleField> schedule = Optional.empty();
  private transient Optional<MappingForm> mapping = Optional.empty();

  @Inject
  public SourceEditView(Sources sources, Callers callers) {
    this.sources = sources;
    this.caller = callers.required();
    country.setItems(Locale.getISOCountries());
    country.setItemLabelGenerator(c -> Countries.display(c, Words.locale()));
    country.setClearButtonVisible(true);
    owner.setHelperText(Words.of("collect.source.owner.help"));
    licence.setHelperText(Words.of("collect.source.licence.help"));
    basis.setLabel(Words.of("collect.ui.source.basis"));
    basis.setItems(Basis.values());
    basis.setEmptySelectionAllowed(true);
    basis.setItemLabelGenerator(b -> b == null ? "–" : Words.of("collect.basis." + b.word()));
    retention.setHelperText(Words.of("collect.source.retention.help"));
    retention.setMin(1);
    complaints.getElement().setAttribute("role", "alert");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    int id = Integer.parseInt(event.getRouteParameters().get("source").orElse("0"));
    show(sources.details(id));
  }

  private void show(SourceDetails details) {
    removeAll();
    Source source = details.source();
    fill(details);
    List<Component> cards = new ArrayList<>();
    cards.add(complaints);
    Div fields = new Div(name, owner, country, licence, basis, retention);
    fields.addClassName("wizard-fields");
    cards.add(new Card(Words.of("collect.ui.about")).body(fields));
    if (source.kind().files() || source.kind() == SourceKind.JDBC) {
      ScheduleField runs = new ScheduleField(details.schedule());
      schedule = Optional.of(runs);
      cards.add(
          new Card(Words.of("collect.source.running"))
              .say(Words.of("collect.source.schedule.say", source.timeZone().getId()))
              .body(runs));
    }
    if (source.preset().isEmpty() && source.kind() != SourceKind.TRACKING) {
      MappingForm columns = new MappingForm(source.content(), source.mapping().json());
      mapping = Optional.of(columns);
      cards.add(
          new Card(Words.of("collect.wizard.columns"))
              .say(Words.of("collect.source.mapping.say"))
              .body(columns));
    }
    Div buttons =
        new Div(
            Link.button("sources/" + source.id(), Words.of("shell.cancel"), false),
            Buttons.primary(Words.of("collect.source.save"), () -> save(details)));
    buttons.addClassName("acts");
    cards.add(buttons);
    add(header(source), Columns.stack(cards.toArray(Component[]::new)));
  }

  private static PageHeader header(Source source) {
    return new PageHeader(Words.of("collect.source.edit"))
        .crumb(Stage.COLLECT.words())
        .crumb(Words.of("collect.ui.sources"), "sources")
        .crumb(source.name(), "sources/" + source.id())
        .verdict(Words.of("collect.source.edit.say"));
  }

  private void fill(SourceDetails details) {
    name.setValue(details.source().name());
    owner.setValue(details.source().owner());
    details.source().country().ifPresent(country::setValue);
    licence.setValue(details.licence().orElse(""));
    details.basis().ifPresent(basis::setValue);
    details.retentionDays().ifPresent(retention::setValue);
  }

  private void save(SourceDetails before) {
    int id = before.source().id();
    try {
      mapping.ifPresent(form -> sources.remap(id, form.mapping(), caller));
      sources.change(id, wanted(before), caller);
      Toasts.done(Words.of("collect.source.saved"));
      UI.getCurrent().navigate("sources/" + id);
    } catch (Refused refused) {
      complain(refused);
    }
  }

  private SourceChange wanted(SourceDetails before) {
    return SourceChange.of(before)
        .withName(name.getValue().strip())
        .withOwner(owner.getValue().strip())
        .withCountry(Optional.ofNullable(country.getValue()))
        .withLicence(Optional.of(licence.getValue().strip()).filter(l -> !l.isEmpty()))
        .withBasis(Optional.ofNullable(basis.getValue()).map(Basis::word))
        .withRetentionDays(Optional.ofNullable(retention.getValue()))
        .withSchedule(
            schedule.map(ScheduleField::value).orElse(before.schedule().map(s -> s.cron())));
  }

  private void complain(Refused refused) {
    Map<String, HasValidation> fields = new LinkedHashMap<>();
    mapping.ifPresent(form -> fields.putAll(form.fields()));
    fields.put("/name", name);
    fields.put("/owner", owner);
    fields.put("/country", country);
    fields.put("/licence", licence);
    fields.put("/basis", basis);
    fields.put("/retentionDays", retention);
    schedule.ifPresent(s -> fields.put("/schedule", s.field()));
    fields.values().forEach(field -> field.setInvalid(false));
    complaints.removeAll();
    for (Refused.Reason reason : refused.reasons()) {
      HasValidation field = fields.get(reason.pointer());
      if (field == null) {
        complaints.add(new Note(Tone.BAD, reason.in(Words.locale())));
      } else {
        field.setErrorMessage(reason.in(Words.locale()));
        field.setInvalid(true);
      }
    }
  }
}
