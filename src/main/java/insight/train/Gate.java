package insight.train;

import insight.kernel.Numbers;
import insight.learn.Interval;
import insight.train.GateRow.Outcome;
import insight.train.GateRow.Rule;
import insight.train.LearningTask.Against;
import insight.train.LearningTask.Comparison;
import insight.train.LearningTask.GroupFigures;
import insight.train.LearningTask.Trained;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a model version must be to go to people: better than the version that is live and than the
 * baseline, beyond chance and on the same rows; sound in all checks of its task (leakage,
 * calibration, rows enough); and fair between groups that are to be treated alike. Fairness follows
 * the four-fifths rule and its mirror (selection 0.8–1.25 of the largest group's) and equal
 * opportunity (Hardt, Price and Srebro 2016: true and false positive rates at most 0.1 apart).
 */
final class Gate {
  static final double LEAST_RATIO = 0.8;
  static final double MOST_RATIO = 1.25;
  static final double MOST_GAP = 0.1;

  /** Smaller groups say too little to hold up a release. */
  static final long LEAST_GROUP = 50;

  private static final int DIGITS = 4;

  /** A limit that is just met is met, whatever the last binary digit says. */
  private static final double ROUNDING = 1e-9;

  private Gate() {}

  /**
   * The lines for what a run came to.
   *
   * @param champion the live version, empty when none is
   * @param refresh whether the model is the champion's recipe, learned anew from newer data
   */
  static List<GateRow> rows(Trained trained, Optional<Integer> champion, boolean refresh) {
    List<GateRow> rows = new ArrayList<>();
    rows.add(champion(trained, champion, refresh));
    rows.add(baseline(trained));
    trained.checks().forEach(check -> rows.add(check(check)));
    rows.addAll(fairness(trained.groups()));
    return List.copyOf(rows);
  }

  static boolean open(Collection<GateRow> rows) {
    return rows.stream().noneMatch(GateRow::failed);
  }

  private static GateRow champion(Trained trained, Optional<Integer> champion, boolean refresh) {
    if (champion.isEmpty()) {
      return row(Rule.CHAMPION, "none", Outcome.NOT_APPLICABLE, "–", "> 0", 0);
    }
    if (refresh) {
      return row(Rule.CHAMPION, "refresh", Outcome.PASSED, "v" + champion.get(), "> 0", 0);
    }
    return against(trained, Against.CHAMPION)
        .map(c -> compared(Rule.CHAMPION, "better", c))
        .orElseGet(
            () -> row(Rule.CHAMPION, "uncompared", Outcome.FAILED, "v" + champion.get(), "> 0", 0));
  }

  private static GateRow baseline(Trained trained) {
    return against(trained, Against.BASELINE)
        .map(c -> compared(Rule.BASELINE, "better", c))
        .orElseGet(
            () ->
                row(
                    Rule.BASELINE,
                    "said",
                    trained.verdict().beatsBaseline() ? Outcome.PASSED : Outcome.FAILED,
                    "–",
                    "> 0",
                    0));
  }

  private static Optional<Comparison> against(Trained trained, Against whom) {
    return trained.comparisons().stream().filter(c -> c.against() == whom).findFirst();
  }

  private static GateRow compared(Rule rule, String word, Comparison comparison) {
    Interval difference = comparison.difference();
    return row(
        rule,
        word,
        difference.isAboveZero() ? Outcome.PASSED : Outcome.FAILED,
        "%s %s [%s, %s]"
            .formatted(
                comparison.metric(),
                signed(difference.value()),
                signed(difference.low()),
                signed(difference.high())),
        "> 0",
        difference.n());
  }

  private static GateRow check(LearningTask.Check check) {
    return new GateRow(
        Rule.CHECK,
        check.key(),
        check.passed() ? Outcome.PASSED : Outcome.FAILED,
        check.measured(),
        check.limit(),
        0);
  }

  private static List<GateRow> fairness(List<GroupFigures> groups) {
    Map<String, List<GroupFigures>> byField =
        groups.stream()
            .filter(g -> g.n() >= LEAST_GROUP)
            .collect(
                Collectors.groupingBy(
                    GroupFigures::field, LinkedHashMap::new, Collectors.toList()));
    List<GateRow> rows = new ArrayList<>();
    byField.values().stream()
        .filter(of -> of.size() > 1)
        .forEach(
            of -> {
              rows.add(selection(of));
              rows.add(rates(of));
            });
    return rows.isEmpty()
        ? List.of(row(Rule.SELECTION, "no-groups", Outcome.NOT_APPLICABLE, "–", ratioLimit(), 0))
        : rows;
  }

  /** The share selected of each group over that of the largest; the farthest from 1 counts. */
  private static GateRow selection(List<GroupFigures> groups) {
    GroupFigures largest = groups.getFirst();
    for (GroupFigures group : groups) {
      largest = group.n() > largest.n() ? group : largest;
    }
    double worst = 1;
    String whose = largest.group();
    for (GroupFigures group : groups) {
      double ratio = ratio(group.selected(), largest.selected());
      if (distance(ratio) > distance(worst)) {
        worst = ratio;
        whose = group.group();
      }
    }
    boolean fair = worst >= LEAST_RATIO - ROUNDING && worst <= MOST_RATIO + ROUNDING;
    return row(
        Rule.SELECTION,
        "ratio",
        fair ? Outcome.PASSED : Outcome.FAILED,
        "%s %s: %s".formatted(largest.field(), whose, figure(worst)),
        ratioLimit(),
        people(groups));
  }

  private static double ratio(double selected, double of) {
    return of == 0 ? (selected == 0 ? 1 : Double.POSITIVE_INFINITY) : selected / of;
  }

  /** Half as many is as far away as twice as many. */
  private static double distance(double ratio) {
    return Math.abs(Math.log(ratio));
  }

  private static GateRow rates(List<GroupFigures> groups) {
    double gap =
        Math.max(
            gap(groups.stream().mapToDouble(GroupFigures::truePositiveRate).toArray()),
            gap(groups.stream().mapToDouble(GroupFigures::falsePositiveRate).toArray()));
    return row(
        Rule.RATES,
        "gap",
        gap <= MOST_GAP + ROUNDING ? Outcome.PASSED : Outcome.FAILED,
        "%s: %s".formatted(groups.getFirst().field(), figure(gap)),
        "≤ " + MOST_GAP,
        people(groups));
  }

  /** Rates of groups in which nobody could be counted are not numbers, and left out. */
  private static double gap(double[] rates) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double rate : rates) {
      if (!Double.isNaN(rate)) {
        least = Math.min(least, rate);
        most = Math.max(most, rate);
      }
    }
    return Math.max(0, most - least);
  }

  private static long people(List<GroupFigures> groups) {
    return groups.stream().mapToLong(GroupFigures::n).sum();
  }

  private static String ratioLimit() {
    return LEAST_RATIO + "–" + MOST_RATIO;
  }

  private static GateRow row(
      Rule rule, String word, Outcome outcome, String measured, String limit, long n) {
    String key = "train.gate." + rule.name().toLowerCase(Locale.ROOT) + "." + word;
    return new GateRow(rule, key, outcome, measured, limit, n);
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + figure(value);
  }

  private static String figure(double value) {
    return Numbers.decimal(value, DIGITS, Locale.ENGLISH);
  }
}
