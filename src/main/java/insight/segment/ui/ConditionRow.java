package insight.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import insight.kernel.Refused;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.segment.rule.Operator;
import insight.segment.rule.Rule;
import insight.shell.part.Buttons;
import insight.shell.part.Icons;
import insight.shell.part.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One condition of a rule: a feature, how it compares, with what. */
final class ConditionRow extends Div {
  private static final long serialVersionUID = 1L;

  private final ComboBox<Feature> feature = new ComboBox<>(Words.of("segment.rule.form.field"));
  private final Select<Operator> operator = new Select<>();
  private final TextField value = new TextField(Words.of("segment.rule.form.value"));
  private final transient Runnable changed;

  ConditionRow(Runnable changed, Consumer<ConditionRow> removed) {
    this.changed = changed;
    addClassName("cond");
    getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "var(--in-s2, 8px)");
    getStyle().set("align-items", "flex-end").set("margin-bottom", "8px");
    feature.setItems(Catalogue.all());
    feature.setItemLabelGenerator(f -> Words.of(f.family().key()) + " · " + Words.of(f.key()));
    feature.setWidth("20rem");
    feature.setMaxWidth("100%");
    operator.setLabel(Words.of("segment.rule.form.op"));
    operator.setItemLabelGenerator(o -> Words.of("segment.rule.form.op." + o.word()));
    feature.addValueChangeListener(event -> showOperators());
    operator.addValueChangeListener(event -> changed());
    value.setValueChangeMode(ValueChangeMode.LAZY);
    value.addValueChangeListener(event -> changed());
    Button remove =
        Buttons.icon(Icons.CROSS, Words.of("segment.rule.form.remove"), () -> removed.accept(this));
    add(feature, operator, value, remove);
  }

  /** Shows a condition that is kept. */
  ConditionRow with(Rule condition) {
    switch (condition) {
      case Rule.NumberIs(var f, var o, var values) ->
          fill(f, o, String.join("; ", values.stream().map(ConditionRow::plain).toList()));
      case Rule.WordIs(var f, var o, var values) -> fill(f, o, String.join("; ", values));
      case Rule.All all -> throw new IllegalArgumentException("a group: " + all);
      case Rule.Any any -> throw new IllegalArgumentException("a group: " + any);
      case Rule.Not not -> throw new IllegalArgumentException("a group: " + not);
    }
    return this;
  }

  private void fill(Feature what, Operator how, String text) {
    feature.setValue(what);
    operator.setValue(how);
    value.setValue(text);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  private void showOperators() {
    boolean numeric = feature.getOptionalValue().filter(f -> f.measure().numeric()).isPresent();
    List<Operator> fitting =
        Stream.of(Operator.values()).filter(o -> numeric || !o.ordered()).toList();
    operator.setItems(fitting);
    operator.setValue(numeric ? Operator.GE : Operator.EQ);
    changed();
  }

  private void changed() {
    value.setHelperText(
        switch (operator.getOptionalValue().orElse(Operator.EQ)) {
          case BETWEEN -> Words.of("segment.rule.form.two");
          case IN -> Words.of("segment.rule.form.several");
          case EQ, NE, LT, LE, GT, GE -> "";
        });
    changed.run();
  }

  /** The condition; empty while something is missing or wrong, which its field says. */
  Optional<Rule> rule() {
    value.setInvalid(false);
    if (feature.isEmpty() || operator.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(rule(feature.getValue(), operator.getValue(), value.getValue()));
    } catch (Refused refused) {
      value.setErrorMessage(refused.in(Words.locale()));
      value.setInvalid(true);
      return Optional.empty();
    }
  }

  static Rule rule(Feature what, Operator how, String text) {
    List<String> parts =
        how == Operator.IN || how == Operator.BETWEEN
            ? Stream.of(text.split(";")).map(String::strip).filter(p -> !p.isEmpty()).toList()
            : List.of(text.strip());
    if (!what.measure().numeric()) {
      return new Rule.WordIs(what, how, parts);
    }
    List<Double> numbers = parts.stream().map(ConditionRow::number).toList();
    if (how == Operator.BETWEEN && numbers.size() != 2) {
      throw Refused.invalid("/value", "segment.rule.between");
    }
    if (how == Operator.BETWEEN && numbers.get(0) > numbers.get(1)) {
      throw Refused.invalid("/value", "segment.rule.order");
    }
    return new Rule.NumberIs(what, how, numbers);
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Refused.invalid("/value", "segment.rule.number", text);
    }
    throw Refused.invalid("/value", "segment.rule.number", text);
  }
}
