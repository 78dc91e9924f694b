package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.prepare.cleaning.Cleaner.Placed;
import insight.prepare.cleaning.Cleaner.RuleTally;
import insight.prepare.cleaning.Rule.Known;
import insight.prepare.cleaning.Rule.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes the rules of a source ready for a file: forms first, then gaps, outliers, checks. */
final class Compiler {
  private final List<String> header;
  private final Map<Canonical, Integer> places;
  private final ZoneId zone;
  private final Function<String, Optional<Instant>> times;
  private final Function<Known, Predicate<String>> known;

  /**
   * @param times how the file's times are read
   * @param known whether a value is known, for each kind of reference
   */
  Compiler(
      List<String> header,
      Map<Canonical, Integer> places,
      ZoneId zone,
      Function<String, Optional<Instant>> times,
      Function<Known, Predicate<String>> known) {
    this.header = header;
    this.places = places;
    this.zone = zone;
    this.times = times;
    this.known = known;
  }

  Cleaner cleaner(List<CleaningRule> rules, Function<CleaningRule, Basis> basis) {
    List<RuleTally> tallies = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    rules.stream()
        .filter(CleaningRule::active)
        .sorted(
            Comparator.comparingInt((CleaningRule r) -> turn(r.rule()))
                .thenComparingInt(CleaningRule::id))
        .forEach(
            rule -> {
              RuleTally tally = new RuleTally(rule, basis.apply(rule));
              tallies.add(tally);
              places(rule.target())
                  .forEach(
                      place ->
                          step(rule.rule(), rule.target(), place, tally.basis)
                              .ifPresent(step -> placed.add(new Placed(step, tally))));
            });
    return new Cleaner(tallies, placed);
  }

  private static int turn(Rule rule) {
    return switch (rule) {
      case Rule.Normalised(var form) -> 0;
      case Rule.Missing(var policy) -> 1;
      case Rule.Outlier outlier -> 2;
      case Rule.Check check -> 3;
    };
  }

  /** Where the target stands in the file; nowhere when the file does not have it. */
  private List<Integer> places(Target target) {
    return switch (target) {
      case Target.Of(Canonical field) -> Optional.ofNullable(places.get(field)).stream().toList();
      case Target.Column(String name) ->
          header.contains(name) ? List.of(header.indexOf(name)) : List.of();
      case Target.Codes() ->
          places.entrySet().stream()
              .filter(e -> Target.CODES.contains(e.getKey()))
              .map(Map.Entry::getValue)
              .distinct()
              .sorted()
              .toList();
    };
  }

  /** The step; empty where there is no basis to judge by. */
  Optional<Step> step(Rule rule, Target target, int place, Basis basis) {
    return switch (rule) {
      case Rule.Required() -> Optional.of(Step.required(place));
      case Rule.Range(var least, var most) ->
          Optional.of(
              Step.range(
                  place,
                  least.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                  most.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY)));
      case Rule.OneOf(var values) ->
          Optional.of(
              Step.oneOf(
                  place, new HashSet<>(values), target.equals(new Target.Of(Canonical.COUNTRY))));
      case Rule.Matches(var pattern) -> {
        SafePattern safe = SafePattern.of(pattern);
        yield Optional.of(Step.check(place, value -> safe.matches(value.strip())));
      }
      case Rule.Reference(var to) -> {
        Predicate<String> there = known.apply(to);
        yield Optional.of(Step.check(place, value -> there.test(value.strip())));
      }
      case Rule.Unique() -> Optional.of(Step.unique(place));
      case Rule.Between(var from, var to) ->
          Optional.of(
              Step.between(
                  place,
                  times,
                  from.map(this::start).orElse(Instant.MIN),
                  to.map(day -> start(day.plusDays(1))).orElse(Instant.MAX)));
      case Rule.Missing(var policy) -> gap(policy, place, basis);
      case Rule.Outlier outlier -> outlier(outlier, place, basis);
      case Rule.Normalised(var form) -> Optional.of(Step.form(place, Forms.of(form)));
    };
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Optional<Step> gap(Policy policy, int place, Basis basis) {
    return switch (policy) {
      case Policy.Reject() -> Optional.of(Step.required(place));
      case Policy.Constant(String value) -> Optional.of(Step.fill(place, value));
      case Policy.Flag() -> Optional.of(Step.flag(place));
      case Policy.Mean mean -> fill(place, basis);
      case Policy.Median median -> fill(place, basis);
      case Policy.Mode mode -> fill(place, basis);
    };
  }

  private static Optional<Step> fill(int place, Basis basis) {
    return basis.fill().map(value -> Step.fill(place, value));
  }

  private static Optional<Step> outlier(Rule.Outlier outlier, int place, Basis basis) {
    if (basis.low().isEmpty() || basis.high().isEmpty()) {
      return Optional.empty();
    }
    double low = basis.low().getAsDouble();
    double high = basis.high().getAsDouble();
    return Optional.of(
        switch (outlier.handling()) {
          case WINSORISE -> Step.winsorise(place, low, high);
          case QUARANTINE -> Step.range(place, low, high);
        });
  }
}
