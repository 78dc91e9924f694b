package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.collect.Source;
import insight.collect.Sources;
import insight.prepare.cleaning.Distribution.Counted;
import insight.prepare.cleaning.Rule.Known;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tries rules on what a source has stored: the same judgement as in an import, applied to each
 * different value once and counted with its rows, so that the count is exact.
 */
@UseCase
public class Trials {
  private static final int EXAMPLES = 5;
  private static final int MOST = 10_000;

  @Inject Sources sources;
  @Inject StoredValues stored;
  @Inject KnownValues known;

  /** A value that does not pass, how many rows have it, and what it becomes. */
  record Miss(@Nullable String value, long rows, Optional<String> to) {}

  /** All values that do not pass, and the sums. */
  record Misses(long failed, long changed, List<Miss> values) {}

  /**
   * Counts; empty where the field is not stored in a way that can be looked at (names, addresses, a
   * column nobody mapped): then the next import tells.
   *
   * @throws insight.kernel.Refused when the rule does not fit the field
   */
  public Optional<Trial> of(int sourceId, Target target, Rule rule, Grant grant) {
    RuleCheck.check(target, rule);
    Source source = sources.required(sourceId);
    if (!(target instanceof Target.Of(Canonical field)) || hidden(field, rule)) {
      return Optional.empty();
    }
    return stored.of(source, field, 0).map(values -> trial(source, field, rule, values, grant));
  }

  /** Customers are stored by pseudonym: that there is one can be counted, how it is written not. */
  private static boolean hidden(Canonical field, Rule rule) {
    return field == Canonical.CUSTOMER
        && !(rule instanceof Rule.Required || rule instanceof Rule.Missing);
  }

  private Trial trial(Source source, Canonical field, Rule rule, Distribution values, Grant grant) {
    Basis basis = Basis.needed(rule) ? Basis.of(rule, values) : Basis.NONE;
    Misses misses = misses(source, field, rule, values, basis);
    boolean clear = !field.personal() || grant.allows(Field.IDENTITY);
    List<Trial.Example> examples = new ArrayList<>();
    misses.values().stream()
        .sorted(Comparator.comparingLong(Miss::rows).reversed())
        .limit(EXAMPLES)
        .forEach(
            miss ->
                stored
                    .first(source, field, miss.value())
                    .ifPresent(place -> examples.add(example(miss, place, clear))));
    return new Trial(values.rows(), misses.failed(), misses.changed(), examples, basis);
  }

  private static Trial.Example example(Miss miss, StoredValues.Place place, boolean clear) {
    String value = miss.value() == null ? "" : clear ? miss.value() : "•••••";
    return new Trial.Example(
        value,
        miss.to().map(to -> clear ? to : "•••••").orElse(""),
        miss.rows(),
        place.occurredAt(),
        Optional.ofNullable(place.importId()),
        place.line() == null ? 0 : place.line());
  }

  /** Stored values that a check does not let pass, at most ten thousand different ones. */
  public List<String> failing(Source source, Canonical field, Rule rule) {
    return stored
        .of(source, field, 0)
        .map(values -> misses(source, field, rule, values, Basis.NONE).values())
        .orElse(List.of())
        .stream()
        .map(Miss::value)
        .filter(java.util.Objects::nonNull)
        .limit(MOST)
        .toList();
  }

  /** The values a field has, with their rows: for profiles. */
  public Optional<Distribution> values(Source source, Canonical field) {
    return stored.of(source, field, 0);
  }

  /** The stored values that a rule does not let pass. */
  Misses misses(Source source, Canonical field, Rule rule, Distribution values, Basis basis) {
    return misses(
        rule,
        field,
        values,
        basis,
        new Compiler(
            List.of(field.word()),
            Map.of(field, 0),
            source.timeZone(),
            text -> Optional.of(Instant.parse(text)),
            to -> known(source, to)));
  }

  private Predicate<String> known(Source source, Known to) {
    return known.of(source, to);
  }

  static Misses misses(
      Rule rule, Canonical field, Distribution values, Basis basis, Compiler compiler) {
    if (rule instanceof Rule.Unique) {
      return repeated(values);
    }
    Optional<Step> step = compiler.step(rule, new Target.Of(field), 0, basis);
    if (step.isEmpty()) {
      return new Misses(0, 0, List.of());
    }
    List<Miss> found = new ArrayList<>();
    long failed = 0;
    long changed = 0;
    List<Counted> all = new ArrayList<>(values.values());
    all.add(new Counted("", values.missing()));
    for (Counted one : all) {
      String[] fields = {one.value()};
      Outcome outcome = one.count() == 0 ? Outcome.SKIPPED : step.get().apply(fields);
      boolean other = outcome == Outcome.CHANGED || outcome == Outcome.MENDED;
      if (outcome != Outcome.SKIPPED && outcome != Outcome.PASSED) {
        changed += other ? one.count() : 0;
        failed += outcome == Outcome.CHANGED ? 0 : one.count();
        found.add(
            new Miss(
                one.value().isEmpty() ? null : one.value(),
                one.count(),
                other ? Optional.of(fields[0]) : Optional.empty()));
      }
    }
    return new Misses(failed, changed, found);
  }

  private static Misses repeated(Distribution values) {
    List<Miss> found =
        values.values().stream()
            .filter(v -> v.count() > 1)
            .map(v -> new Miss(v.value(), v.count() - 1, Optional.empty()))
            .toList();
    return new Misses(found.stream().mapToLong(Miss::rows).sum(), 0, found);
  }
}
