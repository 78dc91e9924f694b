package insight.train.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import insight.kernel.Refused;
import insight.learn.Parameter;
import insight.shell.part.Buttons;
import insight.shell.part.Table;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import insight.train.LearningTask;
import insight.train.LearningTasks;
import insight.train.Names;
import insight.train.StartTraining;
import insight.train.TrainingRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks for a new run: the goal, the data, the way to learn, and for those who want, the details.
 */
final class NewRunDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final int SEED = 1;

  private final transient TrainingRuns runs;
  private final String requestedBy;
  private final ZoneId zone;
  private final RadioButtonGroup<LearningTask> goal =
      new RadioButtonGroup<>(Words.of("train.new.goal"));
  private final DatePicker from = new DatePicker(Words.of("train.new.from"));
  private final DatePicker to = new DatePicker(Words.of("train.new.to"));
  private final RadioButtonGroup<LearningTask.Trainer> trainer =
      new RadioButtonGroup<>(Words.of("train.new.trainer"));
  private final IntegerField seed = new IntegerField(Words.of("train.new.seed"));
  private final FormLayout parameters = new FormLayout();
  private final Map<String, NumberField> byName = new LinkedHashMap<>();
  private final Map<String, Select<Integer>> choices = new LinkedHashMap<>();
  private final Button start;

  NewRunDialog(
      LearningTasks tasks,
      TrainingRuns runs,
      String requestedBy,
      ZoneId zone,
      Optional<String> wanted) {
    this.runs = runs;
    this.requestedBy = requestedBy;
    this.zone = zone;
    this.start = Buttons.primary(Words.of("train.new.start"), this::start);
    setHeaderTitle(Words.of("train.new.title"));
    setWidth("min(40rem, 96vw)");
    add(goal, period(), trainer, advanced());
    getFooter().add(Buttons.plain(Words.of("train.new.leave"), this::close), start);
    goals(tasks.all(), wanted);
  }

  private void goals(List<LearningTask> all, Optional<String> wanted) {
    Locale locale = Words.locale();
    goal.setItems(all);
    goal.setRenderer(
        new ComponentRenderer<>(
            task ->
                Table.twoLines(
                    new Span(Names.task(locale, task.name())),
                    Names.taskAbout(locale, task.name()))));
    trainer.addValueChangeListener(event -> showParameters());
    trainer.setRenderer(new ComponentRenderer<>(this::describe));
    goal.addValueChangeListener(event -> showTrainers());
    all.stream()
        .filter(task -> wanted.isEmpty() || wanted.get().equals(task.name()))
        .findFirst()
        .ifPresent(goal::setValue);
    start.setEnabled(!all.isEmpty());
  }

  private FormLayout period() {
    from.setClearButtonVisible(true);
    from.setHelperText(Words.of("train.new.from.help"));
    to.setClearButtonVisible(true);
    to.setHelperText(Words.of("train.new.to.help"));
    FormLayout layout = new FormLayout(from, to);
    layout.setResponsiveSteps(
        new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("25rem", 2));
    return layout;
  }

  private Details advanced() {
    seed.setValue(SEED);
    seed.setStepButtonsVisible(true);
    seed.setHelperText(Words.of("train.new.seed.help"));
    Details details = new Details(Words.of("train.new.advanced"), seed, parameters);
    details.setWidthFull();
    return details;
  }

  private void showTrainers() {
    List<LearningTask.Trainer> known =
        goal.getOptionalValue().map(LearningTask::trainers).orElse(List.of());
    trainer.setItems(known);
    known.stream().findFirst().ifPresent(trainer::setValue);
  }

  private Span describe(LearningTask.Trainer kind) {
    Locale locale = Words.locale();
    boolean recommended =
        goal.getOptionalValue().filter(task -> task.trainers().getFirst().equals(kind)).isPresent();
    String name = Names.trainer(locale, kind.name());
    return Table.twoLines(
        new Span(recommended ? Words.of("train.new.recommended", name) : name),
        Names.trainerAbout(locale, kind.name()));
  }

  private void showParameters() {
    byName.clear();
    choices.clear();
    parameters.removeAll();
    trainer
        .getOptionalValue()
        .map(LearningTask.Trainer::parameters)
        .orElse(List.of())
        .forEach(p -> parameters.add(p.isChoice() ? choice(p) : number(p)));
  }

  private NumberField number(Parameter parameter) {
    NumberField field = field(parameter);
    byName.put(parameter.name(), field);
    return field;
  }

  /** The value of a choice is the place of its word. */
  private Select<Integer> choice(Parameter parameter) {
    Select<Integer> select = new Select<>();
    select.setLabel(Names.parameter(Words.locale(), parameter.name()));
    select.setItems(IntStream.range(0, parameter.choices().size()).boxed().toList());
    select.setItemLabelGenerator(i -> Names.choice(Words.locale(), parameter.word(i)));
    select.setValue((int) parameter.preset());
    choices.put(parameter.name(), select);
    return select;
  }

  private static NumberField field(Parameter parameter) {
    NumberField field = new NumberField(Names.parameter(Words.locale(), parameter.name()));
    field.setValue(parameter.preset());
    if (parameter.whole()) {
      field.setStep(1);
    }
    field.setHelperText(
        Words.of("train.new.range", parameter.low(), parameter.high(), parameter.preset()));
    return field;
  }

  private void start() {
    clear();
    try {
      long id = runs.start(command());
      close();
      UI.getCurrent().navigate("training-runs/" + id);
    } catch (Refused refused) {
      show(refused);
    }
  }

  private StartTraining command() {
    Map<String, Double> asked = new LinkedHashMap<>();
    byName.forEach((name, field) -> field.getOptionalValue().ifPresent(v -> asked.put(name, v)));
    choices.forEach((name, select) -> asked.put(name, (double) select.getValue()));
    return new StartTraining(
        goal.getOptionalValue().map(LearningTask::name).orElse(""),
        trainer.getOptionalValue().map(LearningTask.Trainer::name),
        asked,
        from.getOptionalValue().map(this::begin),
        to.getOptionalValue().map(day -> begin(day.plusDays(1))),
        seed.getOptionalValue().orElse(SEED),
        requestedBy);
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private void clear() {
    fields().values().forEach(field -> field.setInvalid(false));
  }

  /** Each refusal at its field; the others as a message. */
  private void show(Refused refused) {
    Map<String, HasValidation> fields = fields();
    boolean unplaced = false;
    for (Refused.Reason reason : refused.reasons()) {
      HasValidation field = fields.get(reason.pointer());
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

  private Map<String, HasValidation> fields() {
    Map<String, HasValidation> fields = new LinkedHashMap<>();
    fields.put("/task", goal);
    fields.put("/trainer", trainer);
    fields.put("/period/from", from);
    fields.put("/period/to", to);
    fields.put("/seed", seed);
    byName.forEach((name, field) -> fields.put("/parameters/" + name, field));
    choices.forEach((name, select) -> fields.put("/parameters/" + name, select));
    return fields;
  }
}
