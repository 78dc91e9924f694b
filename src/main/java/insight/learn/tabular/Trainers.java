package insight.learn.tabular;

import insight.kernel.Refused;
import java.util.List;

/** The kinds of models for tables. A new kind is one class and one line here. */
public final class Trainers {
  private static final List<TabularTrainer> ALL = List.of(new LogisticTrainer(), new XgbTrainer());

  private Trainers() {}

  /** All kinds, the reference that every run is compared with first. */
  public static List<TabularTrainer> all() {
    return ALL;
  }

  /**
   * The trainer of that name.
   *
   * @throws Refused when there is none
   */
  public static TabularTrainer named(String name) {
    return ALL.stream()
        .filter(trainer -> trainer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "/trainer",
                    "learn.trainer.unknown",
                    name,
                    ALL.stream().map(TabularTrainer::name).toList().toString()));
  }
}
