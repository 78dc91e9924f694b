package insight.learn.rank;

import java.util.List;

/**
 * A product in a ranking.
 *
 * @param score higher is better; comparable within one ranking only
 * @param reasons what drove it, the strongest first; empty when nothing personal did
 */
public record Scored(int item, double score, List<Reason> reasons) {
  public Scored {
    reasons = List.copyOf(reasons);
  }

  /**
   * One of the customer's own products that speaks for the ranked one: {@code both} of its {@code
   * buyers} bought the ranked product too.
   *
   * @param item the customer's own product
   * @param share its part of the score, 0…1
   */
  public record Reason(int item, int both, int buyers, double share) {}
}
