package insight.recommend;

import insight.kernel.Refused;
import java.util.List;
import java.util.Optional;

/**
 * What kind of list is wanted.
 *
 * @param limit 1…{@value #MOST}
 * @param newOnly whether what the customer bought is left out; empty: as the shop has set it
 * @param atHand codes of products the customer looks at or has in the cart: they speak for others
 *     and are not shown again; unknown codes have no effect
 */
public record Wish(int limit, Optional<Boolean> newOnly, List<String> atHand) {
  public static final int USUAL = 10;
  public static final int MOST = 100;

  public Wish {
    if (limit < 1 || limit > MOST) {
      throw Refused.invalid("/limit", "runtime.api.number", limit, 1, MOST);
    }
    atHand = List.copyOf(atHand);
  }

  /** A list of this length, as the shop has set it. */
  public static Wish of(int limit) {
    return new Wish(limit, Optional.empty(), List.of());
  }
}
