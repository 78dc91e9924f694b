package insight.prepare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import insight.kernel.Refused;
import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.Rule.Form;
import insight.prepare.cleaning.Rule.Known;
import insight.prepare.cleaning.Rule.Policy;
import insight.shell.part.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The inputs of a rule's kind; shows those it needs, and makes the rule. */
final class RuleFields extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> POLICIES =
      List.of("reject", "mean", "median", "mode", "constant", "flag");

  private final TextField least = text("least");
  private final TextField most = text("most");
  private final TextArea values = new TextArea();
  private final TextField pattern = text("pattern");
  private final Select<String> known = select("known", List.of("products", "customers"));
  private final DatePicker from = new DatePicker(Words.of("prepare.form.from"));
  private final DatePicker to = new DatePicker(Words.of("prepare.form.to"));
  private final Select<String> policy = select("policy", POLICIES);
  private final TextField constant = text("constant");
  private final Select<String> method = select("method", List.of("mad", "iqr", "z_score"));
  private final TextField limit = text("limit");
  private final Select<String> handling = select("handling", List.of("quarantine", "winsorise"));
  private final Div numbers = two(least, most);
  private final Div days = two(from, to);
  private final Div far = two(method, limit);
  private RuleKind kind = RuleKind.REQUIRED;
  private transient Optional<Known> kept = Optional.empty();

  /** Tells {@code changed} whenever a value changes. */
  RuleFields(Runnable changed) {
    values.setWidthFull();
    limit.setValue("5");
    add(numbers, values, pattern, known, days, policy, constant, far, handling);
    List<HasValue<?, ?>> all =
        List.of(
            least, most, values, pattern, known, from, to, policy, constant, method, limit,
            handling);
    all.forEach(field -> field.addValueChangeListener(change -> changed.run()));
    policy.addValueChangeListener(change -> show(kind));
    show(kind);
  }

  private static TextField text(String name) {
    TextField field = new TextField(Words.of("prepare.form." + name));
    field.setWidthFull();
    field.setMaxLength(200);
    return field;
  }

  private static Select<String> select(String name, List<String> choices) {
    Select<String> select = new Select<>();
    select.setLabel(Words.of("prepare.form." + name));
    select.setItemLabelGenerator(c -> Words.of("prepare.form." + name + "." + c));
    select.setItems(choices);
    select.setValue(choices.getFirst());
    select.setWidthFull();
    return select;
  }

  private static Div two(Component left, Component right) {
    Div two = new Div(left, right);
    two.addClassName("two");
    return two;
  }

  /** Shows what the kind needs. */
  void show(RuleKind wanted) {
    kind = wanted;
    boolean pairs = kind == RuleKind.UNITS || kind == RuleKind.CODES;
    numbers.setVisible(kind == RuleKind.RANGE);
    values.setVisible(pairs || kind == RuleKind.ONE_OF);
    values.setLabel(
        Words.of(
            kind == RuleKind.UNITS
                ? "prepare.form.units"
                : pairs ? "prepare.form.codes" : "prepare.form.values"));
    pattern.setVisible(kind == RuleKind.MATCHES);
    pattern.setHelperText(Words.of("prepare.form.pattern.help"));
    known.setVisible(kind == RuleKind.KNOWN && kept.isEmpty());
    days.setVisible(kind == RuleKind.BETWEEN);
    policy.setVisible(kind == RuleKind.MISSING);
    constant.setVisible(kind == RuleKind.MISSING && "constant".equals(policy.getValue()));
    far.setVisible(kind == RuleKind.OUTLIER);
    handling.setVisible(kind == RuleKind.OUTLIER);
  }

  /**
   * The rule as the inputs say.
   *
   * @throws Refused naming the input that does not fit
   */
  Rule rule() {
    return switch (kind) {
      case REQUIRED -> new Rule.Required();
      case RANGE -> new Rule.Range(number(least, "/least"), number(most, "/most"));
      case ONE_OF -> new Rule.OneOf(lines());
      case MATCHES -> new Rule.Matches(pattern.getValue().strip());
      case KNOWN ->
          new Rule.Reference(
              kept.orElseGet(
                  () ->
                      "customers".equals(known.getValue())
                          ? new Known.Customers()
                          : new Known.Products()));
      case UNIQUE -> new Rule.Unique();
      case BETWEEN ->
          new Rule.Between(
              Optional.ofNullable(from.getValue()), Optional.ofNullable(to.getValue()));
      case MISSING -> new Rule.Missing(policy());
      case OUTLIER ->
          new Rule.Outlier(
              Rule.Method.valueOf(method.getValue().toUpperCase(Locale.ROOT)),
              number(limit, "/limit").map(BigDecimal::doubleValue).orElse(0.0),
              Rule.Handling.valueOf(handling.getValue().toUpperCase(Locale.ROOT)));
      case TRIM -> new Rule.Normalised(new Form.Trim());
      case WIDTH -> new Rule.Normalised(new Form.Width());
      case COMPATIBLE -> new Rule.Normalised(new Form.Compatibility());
      case COMMA -> new Rule.Normalised(new Form.DecimalComma());
      case UNITS -> {
        TreeMap<String, BigDecimal> factors = new TreeMap<>();
        pairs().forEach((unit, factor) -> factors.put(unit, number(factor, "/map")));
        yield new Rule.Normalised(new Form.Units(factors));
      }
      case CODES -> new Rule.Normalised(new Form.Codes(pairs()));
      case CAPITALS -> new Rule.Normalised(new Form.Capitals());
    };
  }

  private Policy policy() {
    return switch (policy.getValue()) {
      case "mean" -> new Policy.Mean();
      case "median" -> new Policy.Median();
      case "mode" -> new Policy.Mode();
      case "constant" -> new Policy.Constant(constant.getValue().strip());
      case "flag" -> new Policy.Flag();
      default -> new Policy.Reject();
    };
  }

  private List<String> lines() {
    return values.getValue().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : lines()) {
      int equals = line.indexOf('=');
      if (equals < 1 || equals == line.length() - 1) {
        throw Refused.invalid("/map", "prepare.form.pair", line);
      }
      pairs.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return pairs;
  }

  private static Optional<BigDecimal> number(TextField field, String pointer) {
    String text = field.getValue().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(number(text, pointer));
  }

  private static BigDecimal number(String text, String pointer) {
    if (!text.matches("[-−+]?\\d{1,15}([.,]\\d{1,10})?")) {
      throw Refused.invalid(pointer, "prepare.form.number", text);
    }
    return new BigDecimal(text.replace('−', '-').replace(',', '.'));
  }

  /** Fills the inputs from a rule. */
  void set(Rule rule) {
    switch (rule) {
      case Rule.Range(var low, var high) -> {
        least.setValue(low.map(BigDecimal::toPlainString).orElse(""));
        most.setValue(high.map(BigDecimal::toPlainString).orElse(""));
      }
      case Rule.OneOf(var names) -> values.setValue(String.join("\n", names));
      case Rule.Matches(var written) -> pattern.setValue(written);
      case Rule.Reference(var to) -> kept = Optional.of(to);
      case Rule.Between(var first, var last) -> {
        from.setValue(first.orElse(null));
        to.setValue(last.orElse(null));
      }
      case Rule.Missing(var what) -> {
        policy.setValue(what.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        constant.setValue(what instanceof Policy.Constant(var value) ? value : "");
      }
      case Rule.Outlier(var how, var size, var what) -> {
        method.setValue(how.name().toLowerCase(Locale.ROOT));
        limit.setValue(BigDecimal.valueOf(size).stripTrailingZeros().toPlainString());
        handling.setValue(what.name().toLowerCase(Locale.ROOT));
      }
      case Rule.Normalised(Form.Units(var factors)) -> values.setValue(written(factors));
      case Rule.Normalised(Form.Codes(var names)) -> values.setValue(written(names));
      case Rule.Normalised form -> kept = Optional.empty();
      case Rule.Required required -> kept = Optional.empty();
      case Rule.Unique unique -> kept = Optional.empty();
    }
    show(RuleKind.of(rule));
  }

  private static String written(Map<String, ?> pairs) {
    return pairs.entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining("\n"));
  }
}
