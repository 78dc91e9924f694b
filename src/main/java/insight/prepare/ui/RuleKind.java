package insight.prepare.ui;

import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.Rule.Form;
import java.util.Locale;

/** The kinds of rules as the form offers them. */
enum RuleKind {
  REQUIRED,
  RANGE,
  ONE_OF,
  MATCHES,
  KNOWN,
  UNIQUE,
  BETWEEN,
  MISSING,
  OUTLIER,
  TRIM,
  WIDTH,
  COMPATIBLE,
  COMMA,
  UNITS,
  CODES,
  CAPITALS;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Whether the form asks if a failing line is kept apart. */
  boolean check() {
    return compareTo(BETWEEN) <= 0;
  }

  static RuleKind of(Rule rule) {
    return switch (rule) {
      case Rule.Required required -> REQUIRED;
      case Rule.Range range -> RANGE;
      case Rule.OneOf oneOf -> ONE_OF;
      case Rule.Matches matches -> MATCHES;
      case Rule.Reference reference -> KNOWN;
      case Rule.Unique unique -> UNIQUE;
      case Rule.Between between -> BETWEEN;
      case Rule.Missing missing -> MISSING;
      case Rule.Outlier outlier -> OUTLIER;
      case Rule.Normalised(Form form) ->
          switch (form) {
            case Form.Trim trim -> TRIM;
            case Form.Width width -> WIDTH;
            case Form.Compatibility compatibility -> COMPATIBLE;
            case Form.DecimalComma comma -> COMMA;
            case Form.Units units -> UNITS;
            case Form.Codes codes -> CODES;
            case Form.Capitals capitals -> CAPITALS;
          };
    };
  }
}
