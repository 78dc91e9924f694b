package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.kernel.Refused;
import java.util.EnumSet;
import java.util.Set;

/** What a rule is about: a field of ours, a column of the file, or all numbers, dates and codes. */
public sealed interface Target {
  /** Fields that hold numbers, dates or codes: what is written there is no free text. */
  Set<Canonical> CODES =
      Set.of(
          Canonical.QUANTITY,
          Canonical.UNIT_PRICE,
          Canonical.AMOUNT,
          Canonical.TIME,
          Canonical.RATING,
          Canonical.DWELL_SECONDS,
          Canonical.RATE,
          Canonical.VALUE,
          Canonical.FREIGHT,
          Canonical.INSTALLMENTS,
          Canonical.CURRENCY,
          Canonical.CUSTOMER,
          Canonical.PRODUCT,
          Canonical.ORDER,
          Canonical.COUNTRY,
          Canonical.METHOD);

  /** Fields that hold numbers. */
  Set<Canonical> NUMBERS =
      EnumSet.of(
          Canonical.QUANTITY,
          Canonical.UNIT_PRICE,
          Canonical.AMOUNT,
          Canonical.RATING,
          Canonical.DWELL_SECONDS,
          Canonical.RATE,
          Canonical.VALUE,
          Canonical.FREIGHT,
          Canonical.INSTALLMENTS);

  /** One of the fields that columns are mapped to. */
  record Of(Canonical field) implements Target {}

  /** A column by its name in the file's header. */
  record Column(String name) implements Target {}

  /** All of {@link #CODES} that the file has. */
  record Codes() implements Target {}

  /** As it is kept. */
  default String word() {
    return switch (this) {
      case Of(Canonical field) -> field.word();
      case Column(String name) -> "column:" + name;
      case Codes() -> "*";
    };
  }

  /** Whether values may tell something about a person, so that samples are masked. */
  default boolean personal() {
    return switch (this) {
      case Of(Canonical field) -> field.personal();
      case Column(var name) -> true;
      case Codes() -> true;
    };
  }

  /** Whether numbers stand there; of a file's own column nobody knows. */
  default boolean mayBeNumber() {
    return switch (this) {
      case Of(Canonical field) -> NUMBERS.contains(field);
      case Column(var name) -> true;
      case Codes() -> false;
    };
  }

  /**
   * The target that is written so.
   *
   * @throws Refused when there is no such field
   */
  static Target of(String word) {
    if (word.equals("*")) {
      return new Codes();
    }
    if (word.startsWith("column:") && word.length() > 7) {
      return new Column(word.substring(7));
    }
    return Canonical.of(word)
        .<Target>map(Of::new)
        .orElseThrow(() -> Refused.invalid("/field", "prepare.rule.field.unknown", word));
  }
}
