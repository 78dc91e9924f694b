package insight.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives groups their automatic names. Two numbers decide, both in standard deviations from the mean
 * of all customers: a group's <em>worth</em> (the mean of orders and spend) and its
 * <em>silence</em> (days since the last order).
 *
 * <p>Groups whose silence is below the mean are high-value (worth ≥ 0.75), regular (worth ≥ −0.25)
 * or recent; the others slipping (worth ≥ −0.6) or silent. Groups that would share a name are told
 * apart by a number, the one worth most first, so no name is given twice.
 */
final class Naming {
  private static final double MUCH = 0.75;
  private static final double ORDINARY = -0.25;
  private static final double SOMETHING = -0.6;

  private Naming() {}

  /** What the name follows from. */
  record Shape(double worth, double silence) {}

  /** A name: its label, and which of the groups with this label it is. */
  record Given(SegmentLabel label, int ordinal) {}

  static SegmentLabel label(Shape shape) {
    if (shape.silence() <= 0) {
      return shape.worth() >= MUCH
          ? SegmentLabel.HIGH_VALUE
          : shape.worth() >= ORDINARY ? SegmentLabel.REGULAR : SegmentLabel.RECENT;
    }
    return shape.worth() >= SOMETHING ? SegmentLabel.SLIPPING : SegmentLabel.SILENT;
  }

  /** The names of the groups, in their order. */
  static List<Given> names(List<Shape> shapes) {
    return numbered(
        shapes.stream().map(Naming::label).toList(),
        Comparator.comparingDouble((Integer i) -> -shapes.get(i).worth())
            .thenComparingDouble(i -> shapes.get(i).silence())
            .thenComparing(Comparator.naturalOrder()));
  }

  private static List<Given> numbered(List<SegmentLabel> labels, Comparator<Integer> order) {
    Map<SegmentLabel, Integer> given = new EnumMap<>(SegmentLabel.class);
    List<Given> names = new ArrayList<>();
    labels.forEach(label -> names.add(new Given(label, 1)));
    for (int group : IntStream.range(0, labels.size()).boxed().sorted(order).toList()) {
      SegmentLabel label = labels.get(group);
      names.set(group, new Given(label, given.merge(label, 1, Integer::sum)));
    }
    return List.copyOf(names);
  }

  private static final List<String> NUMERALS =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII");

  /** I, II, III … VIII; where density finds more of one name, plain numbers. */
  static String numeral(int ordinal) {
    return ordinal <= NUMERALS.size() ? NUMERALS.get(ordinal - 1) : String.valueOf(ordinal);
  }
}
