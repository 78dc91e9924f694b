package insight.learn.tabular;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.Search;
import insight.learn.Validation;
import insight.learn.measure.Diagnostics.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Looks for good parameters: each try is tested by three parts by customer, within the rows that
 * are given; whoever wants an honest figure of the winner keeps other rows back.
 *
 * @param fixed parameters that are not looked for
 * @param open the names of those that are
 * @param budget after which no further try begins; the first always runs
 */
public record TuningSearch(
    TabularTrainer trainer,
    Map<String, Double> fixed,
    List<String> open,
    Search search,
    Duration budget,
    long seed) {
  private static final Validation PARTS = new Validation.KFold(3);
  private static final double WIDE = 50;

  public TuningSearch {
    fixed = Map.copyOf(fixed);
    open = List.copyOf(open);
  }

  /** The tries, the best first; a try's figure is the mean area under the ROC curve. */
  public List<Trial> run(Table table, InstantSource clock, Progress progress) {
    List<Map<String, Double>> points = points();
    List<Trial> trials = new ArrayList<>();
    long start = clock.millis();
    for (int i = 0; i < points.size(); i++) {
      long before = clock.millis();
      if (i > 0 && before - start > budget.toMillis()) {
        break;
      }
      Progress part = progress.part((double) i / points.size(), (i + 1.0) / points.size());
      double figure = new Evaluation(trainer, points.get(i), PARTS, seed).meanArea(table, part);
      trials.add(new Trial(points.get(i), figure, (clock.millis() - before) / 1_000.0, ""));
    }
    trials.sort(Comparator.comparingDouble(Trial::figure).reversed());
    return List.copyOf(trials);
  }

  private List<Map<String, Double>> points() {
    return switch (search) {
      case Search.None none -> List.of(trainer.complete(fixed));
      case Search.Grid grid -> grid(grid.points());
      case Search.Random random -> random(random.trials());
    };
  }

  private List<Map<String, Double>> grid(int points) {
    List<Map<String, Double>> all = new ArrayList<>(List.of(trainer.complete(fixed)));
    for (Parameter parameter : searched()) {
      int values = parameter.isChoice() ? Math.min(points, parameter.choices().size()) : points;
      List<Map<String, Double>> wider = new ArrayList<>();
      for (Map<String, Double> point : all) {
        for (int i = 0; i < values; i++) {
          wider.add(with(point, parameter, i / (values - 1.0)));
        }
      }
      all = wider;
    }
    return all.stream().distinct().toList();
  }

  /** The preset first, so that a search is never worse than none. */
  private List<Map<String, Double>> random(int trials) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Map<String, Double>> all = new ArrayList<>(List.of(trainer.complete(fixed)));
    while (all.size() < trials) {
      Map<String, Double> point = all.getFirst();
      for (Parameter parameter : searched()) {
        point = with(point, parameter, chance.nextDouble());
      }
      all.add(point);
    }
    return all;
  }

  private List<Parameter> searched() {
    return trainer.parameters().stream().filter(p -> open.contains(p.name())).toList();
  }

  private static Map<String, Double> with(
      Map<String, Double> point, Parameter parameter, double share) {
    Map<String, Double> moved = new LinkedHashMap<>(point);
    moved.put(parameter.name(), value(parameter, share));
    return moved;
  }

  /** Wide ranges are walked by factors, those from 0 with small steps at first. */
  static double value(Parameter parameter, double share) {
    double low = parameter.low();
    double high = parameter.high();
    double value = low + share * (high - low);
    if (!parameter.isChoice() && low == 0) {
      value = high * share * share * share;
    } else if (low > 0 && high / low >= WIDE) {
      value = low * Math.pow(high / low, share);
    }
    double sound = parameter.whole() ? Math.rint(value) : value;
    return Math.max(low, Math.min(high, sound));
  }
}
