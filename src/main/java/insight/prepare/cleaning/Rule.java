package insight.prepare.cleaning;

import insight.collect.Canonical;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked of a value, or done to it. */
public sealed interface Rule {
  /** Says whether a value is sound; a line that fails is kept apart or counted. */
  sealed interface Check extends Rule {}

  /** There is a value. */
  record Required() implements Check {}

  /** A number within bounds, both inclusive. */
  record Range(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Check {}

  /** One of a few values. */
  record OneOf(List<String> values) implements Check {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** Written as a pattern says; see {@link SafePattern}. */
  record Matches(String pattern) implements Check {}

  /** A value that is known. */
  record Reference(Known known) implements Check {}

  /** Each value once a file. */
  record Unique() implements Check {}

  /** A time within days, both inclusive, in the source's zone. */
  record Between(Optional<LocalDate> from, Optional<LocalDate> to) implements Check {}

  /** What happens where there is no value. */
  record Missing(Policy policy) implements Rule {}

  /**
   * What happens to numbers far from those stored before.
   *
   * @param limit how many spreads away a value may lie
   */
  record Outlier(Method method, double limit, Handling handling) implements Rule {}

  /** A value is brought to one form. */
  record Normalised(Form form) implements Rule {}

  /** Where known values come from. */
  sealed interface Known {
    /** The products of the source. */
    record Products() implements Known {}

    /** The customers of the source. */
    record Customers() implements Known {}

    /** What another source (or this one) has in a field. */
    record ValuesOf(int sourceId, Canonical field) implements Known {}
  }

  /** What to do about a missing value. */
  sealed interface Policy {
    /** The line is kept apart. */
    record Reject() implements Policy {}

    /** The mean of the values stored before. */
    record Mean() implements Policy {}

    /** Their median. */
    record Median() implements Policy {}

    /** The most frequent of them. */
    record Mode() implements Policy {}

    /** Always the same value. */
    record Constant(String value) implements Policy {}

    /** It stays empty, and the event says so. */
    record Flag() implements Policy {}
  }

  /** How far is far. */
  enum Method {
    /** Quartiles ± limit · interquartile range (Tukey's fences). */
    IQR,
    /** Mean ± limit · standard deviation. */
    Z_SCORE,
    /** Median ± limit · 1.4826 · median absolute deviation. */
    MAD
  }

  /** What to do about an outlier. */
  enum Handling {
    /** It is brought to the nearest bound; what it was stays with the event. */
    WINSORISE,
    /** The line is kept apart. */
    QUARANTINE
  }

  /** Ways to bring values to one form. */
  sealed interface Form {
    /**
     * No blanks around, one blank between words; no-break and zero-width blanks count as blanks.
     */
    record Trim() implements Form {}

    /** Full-width digits, letters and signs become plain ones; other Chinese text stays. */
    record Width() implements Form {}

    /** Unicode's compatibility form NFKC. */
    record Compatibility() implements Form {}

    /** {@code 1.234,56} becomes {@code 1234.56}. */
    record DecimalComma() implements Form {}

    /** {@code 500 g} becomes {@code 0.5} where a kilogram is the unit. */
    record Units(SortedMap<String, BigDecimal> factors) implements Form {
      public Units {
        factors = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(factors));
      }
    }

    /** One way to write each thing: {@code 男} becomes {@code M}. */
    record Codes(Map<String, String> names) implements Form {
      public Codes {
        names = java.util.Collections.unmodifiableMap(new TreeMap<>(names));
      }
    }

    /** Codes in capitals. */
    record Capitals() implements Form {}
  }

  /** Whether the severity of this rule can be chosen; the others say themselves what happens. */
  default boolean check() {
    return this instanceof Check;
  }
}
