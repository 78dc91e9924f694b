package insight.prepare.identity;

import insight.prepare.identity.GoldenRecord.Said;
import java.util.Map;

/**
 * Two keys side by side.
 *
 * @param alike for the fields that both have, how alike they are, 0 to 1
 */
public record Comparison(Said first, Said second, Map<PersonField, Double> alike) {
  public Comparison {
    alike = Map.copyOf(alike);
  }
}
