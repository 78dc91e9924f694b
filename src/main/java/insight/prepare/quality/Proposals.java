package insight.prepare.quality;

import insight.collect.Canonical;
import insight.prepare.cleaning.Distribution;
import insight.prepare.cleaning.Distribution.Counted;
import insight.prepare.cleaning.Rule;
import insight.prepare.cleaning.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Rules that the values of a field suggest: what nearly all of them keep to. */
public final class Proposals {
  /** Rows below which nothing is proposed. */
  static final long LEAST = 100;

  /** A rule may fail for so many of the rows it is drawn from. */
  private static final double TOLERANCE = 0.005;

  private static final double FAR_OUT = 0.001;
  private static final double RARE = 0.002;
  private static final int FEW = 50;
  private static final double[] LIMITS = {
    3.5, 5, 8, 12, 20, 30, 50, 80, 120, 200, 400, 1000, 4000, 20_000, 100_000
  };
  private static final Set<Canonical> NAMED =
      Set.of(
          Canonical.COUNTRY,
          Canonical.CURRENCY,
          Canonical.METHOD,
          Canonical.LANGUAGE,
          Canonical.CATEGORY,
          Canonical.EVENT);
  private static final Set<Canonical> CODED =
      Set.of(Canonical.PRODUCT, Canonical.ORDER, Canonical.ID, Canonical.CUSTOMER);

  private Proposals() {}

  /**
   * A rule with its evidence.
   *
   * @param holds rows it holds for
   * @param of rows it was drawn from
   */
  public record Proposal(Target target, Rule rule, long holds, long of) {
    public double share() {
      return of == 0 ? 0 : (double) holds / of;
    }
  }

  /**
   * What the values suggest.
   *
   * @param sourceId where the values come from, for references to what is known
   */
  public static List<Proposal> of(int sourceId, Canonical field, Distribution values) {
    List<Proposal> found = new ArrayList<>();
    if (values.rows() < LEAST) {
      return found;
    }
    Target target = new Target.Of(field);
    if (values.missing() <= TOLERANCE * values.rows()) {
      found.add(new Proposal(target, new Rule.Required(), values.count(), values.rows()));
    }
    if (Target.NUMBERS.contains(field)) {
      positive(values).ifPresent(p -> found.add(proposal(target, p, values, 0)));
      farOut(values).ifPresent(f -> found.add(proposal(target, f.rule(), values, f.outside())));
    } else if (NAMED.contains(field)) {
      few(target, values).ifPresent(found::add);
    } else if (CODED.contains(field)) {
      coded(sourceId, field, target, values).ifPresent(found::add);
    } else if (field == Canonical.TIME) {
      earliest(target, values).ifPresent(found::add);
    }
    return found;
  }

  private static Proposal proposal(Target target, Rule rule, Distribution values, long outside) {
    long off = rule instanceof Rule.Range ? values.outside(0, Double.POSITIVE_INFINITY) : outside;
    return new Proposal(target, rule, values.numeric() - off, values.numeric());
  }

  private static Optional<Rule> positive(Distribution values) {
    return values.numeric() >= LEAST
            && values.outside(0, Double.POSITIVE_INFINITY) <= TOLERANCE * values.numeric()
        ? Optional.of(new Rule.Range(Optional.of(BigDecimal.ZERO), Optional.empty()))
        : Optional.empty();
  }

  private record FarOut(Rule rule, long outside) {}

  /** The narrowest usual fence that at most one row in a thousand lies outside of. */
  private static Optional<FarOut> farOut(Distribution values) {
    if (values.numeric() < LEAST) {
      return Optional.empty();
    }
    OptionalDouble median = values.quantile(0.5);
    double low = values.quantile(0.25).orElse(0);
    double high = values.quantile(0.75).orElse(0);
    double mad = values.mad().orElse(0);
    double mean = values.mean().orElse(0);
    double deviation = values.deviation().orElse(0);
    for (double limit : LIMITS) {
      Optional<FarOut> found =
          mad > 0
              ? within(values, Rule.Method.MAD, limit, median.orElse(0), median.orElse(0), mad)
              : high > low
                  ? within(values, Rule.Method.IQR, limit, low, high, high - low)
                  : within(values, Rule.Method.Z_SCORE, limit, mean, mean, deviation);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<FarOut> within(
      Distribution values,
      Rule.Method method,
      double limit,
      double from,
      double to,
      double spread) {
    long outside = values.outside(from - limit * spread, to + limit * spread);
    return spread > 0 && outside <= FAR_OUT * values.numeric()
        ? Optional.of(
            new FarOut(new Rule.Outlier(method, limit, Rule.Handling.QUARANTINE), outside))
        : Optional.empty();
  }

  /** A few names that come again and again; a name that came once may be a slip. */
  private static Optional<Proposal> few(Target target, Distribution values) {
    List<Counted> usual =
        values.values().stream()
            .filter(v -> v.count() > 1)
            .sorted(Comparator.comparing(Counted::value))
            .toList();
    long kept = usual.stream().mapToLong(Counted::count).sum();
    boolean fits =
        !usual.isEmpty()
            && usual.size() <= FEW
            && values.count() >= 20L * usual.size()
            && values.count() - kept <= RARE * values.count();
    return fits
        ? Optional.of(
            new Proposal(
                target,
                new Rule.OneOf(usual.stream().map(Counted::value).toList()),
                kept,
                values.count()))
        : Optional.empty();
  }

  /** Once each, or again and again the same ones, or written alike. */
  private static Optional<Proposal> coded(
      int sourceId, Canonical field, Target target, Distribution values) {
    int different = values.values().size();
    if (values.count() < LEAST) {
      return Optional.empty();
    }
    if (different == values.count()) {
      return Optional.of(new Proposal(target, new Rule.Unique(), different, different));
    }
    if (field != Canonical.ORDER && different * 3L <= values.count()) {
      Rule known =
          new Rule.Reference(
              field == Canonical.CUSTOMER
                  ? new Rule.Known.Customers()
                  : new Rule.Known.ValuesOf(sourceId, field));
      return Optional.of(new Proposal(target, known, values.count(), values.count()));
    }
    return Shapes.pattern(values, TOLERANCE)
        .map(p -> new Proposal(target, new Rule.Matches(p.pattern()), p.rows(), values.count()));
  }

  /** Nothing is older than the oldest so far. */
  private static Optional<Proposal> earliest(Target target, Distribution values) {
    return values.values().stream()
        .map(Counted::value)
        .min(Comparator.naturalOrder())
        .filter(first -> first.length() >= 10)
        .map(
            first ->
                new Proposal(
                    target,
                    new Rule.Between(
                        Optional.of(LocalDate.parse(first.substring(0, 10)).minusDays(1)),
                        Optional.empty()),
                    values.count(),
                    values.count()));
  }
}
