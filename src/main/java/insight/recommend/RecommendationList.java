package insight.recommend;

import java.util.List;

/**
 * What to show somebody now, the best first.
 *
 * @param model e.g. {@code item-knn v1}; {@code popularity} where no model was asked
 */
public record RecommendationList(List<Recommended> items, String model, Fallback fallback) {
  public RecommendationList {
    items = List.copyOf(items);
  }
}
