package insight.predict;

import insight.learn.measure.Predictions;
import insight.prepare.feature.Catalogue;
import insight.prepare.feature.Feature;
import insight.train.LearningTask.GroupFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a churn model treats groups of people that are to be treated alike: by every feature that may
 * stand for a protected trait, though no model looks at one. Selected is whoever is in the band
 * {@link Band#HIGH}, since that is whom a shop would address.
 */
final class ProtectedGroups {
  /** Of a smaller group, or one where all did the same, rates say nothing. */
  static final int LEAST_PEOPLE = 30;

  private ProtectedGroups() {}

  /** The features that groups are made of. */
  static List<Feature> fields() {
    return Catalogue.all().stream().filter(f -> f.personal() && !f.measure().numeric()).toList();
  }

  /**
   * The figures of each group, by name.
   *
   * @param wordOf by person; who has none is in no group
   */
  static List<GroupFigures> of(Feature field, Map<Long, String> wordOf, Predictions tested) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (int row = 0; row < tested.size(); row++) {
      String word = wordOf.get(tested.group(row));
      if (word != null) {
        tallies
            .computeIfAbsent(word, w -> new Tally())
            .add(tested.probability(row), tested.happened(row));
      }
    }
    List<GroupFigures> figures = new ArrayList<>();
    tallies.forEach(
        (word, tally) -> {
          if (tally.speaks()) {
            figures.add(tally.figures(field.id(), word));
          }
        });
    return figures;
  }

  /** Counts of one group. */
  private static final class Tally {
    private long people;
    private long left;
    private long selected;
    private long selectedWhoLeft;
    private double expected;

    void add(double probability, boolean happened) {
      boolean chosen = Band.of(probability) == Band.HIGH;
      people++;
      left += happened ? 1 : 0;
      selected += chosen ? 1 : 0;
      selectedWhoLeft += chosen && happened ? 1 : 0;
      expected += probability;
    }

    boolean speaks() {
      return people >= LEAST_PEOPLE && left > 0 && left < people;
    }

    GroupFigures figures(String field, String word) {
      return new GroupFigures(
          field,
          word,
          people,
          (double) selected / people,
          (double) selectedWhoLeft / left,
          (double) (selected - selectedWhoLeft) / (people - left),
          expected / people,
          (double) left / people);
    }
  }
}
