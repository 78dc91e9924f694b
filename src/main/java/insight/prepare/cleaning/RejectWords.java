package insight.prepare.cleaning;

import insight.prepare.cleaning.Rule.Known;
import java.math.BigDecimal;
import java.util.List;

/**
 * Why a rule kept a line apart, as a text key with arguments; the first one is the rule's number.
 */
final class RejectWords {
  private static final String PREFIX = "prepare.reject.";

  private RejectWords() {}

  static String key(CleaningRule kept) {
    return PREFIX
        + switch (kept.rule()) {
          case Rule.Required required -> "required";
          case Rule.Missing missing -> "required";
          case Rule.Range(var least, var most) -> "range";
          case Rule.OneOf(var values) -> "oneOf";
          case Rule.Matches(var pattern) -> "matches";
          case Rule.Reference(Known known) ->
              switch (known) {
                case Known.Products() -> "product";
                case Known.Customers() -> "customer";
                case Known.ValuesOf(var source, var field) -> "value";
              };
          case Rule.Unique() -> "unique";
          case Rule.Between(var from, var to) -> "between";
          case Rule.Outlier outlier -> "outlier";
          case Rule.Normalised(var form) ->
              throw new IllegalStateException("a form keeps nothing apart");
        };
  }

  static List<String> arguments(CleaningRule kept, Basis basis) {
    String number = String.valueOf(kept.id());
    return switch (kept.rule()) {
      case Rule.Range(var least, var most) ->
          List.of(
              number,
              least.map(BigDecimal::toPlainString).orElse("…"),
              most.map(BigDecimal::toPlainString).orElse("…"));
      case Rule.Matches(var pattern) -> List.of(number, pattern);
      case Rule.Between(var from, var to) ->
          List.of(
              number, from.map(Object::toString).orElse("…"), to.map(Object::toString).orElse("…"));
      case Rule.Outlier outlier ->
          List.of(
              number,
              Figures.plain(basis.low().orElse(0)),
              Figures.plain(basis.high().orElse(0)),
              String.valueOf(basis.n()));
      case Rule.Required required -> List.of(number);
      case Rule.OneOf oneOf -> List.of(number);
      case Rule.Reference reference -> List.of(number);
      case Rule.Unique unique -> List.of(number);
      case Rule.Missing missing -> List.of(number);
      case Rule.Normalised form -> List.of(number);
    };
  }
}
