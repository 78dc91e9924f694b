package insight.prepare.identity;

import insight.kernel.CustomerKey;
import java.util.List;

/**
 * A value that more people use than the rule allows; nobody is merged through it.
 *
 * @param shown the value, masked
 * @param some a few of the keys that use it
 */
public record SharedIdentifier(MatchKind kind, int people, String shown, List<CustomerKey> some) {
  public SharedIdentifier {
    some = List.copyOf(some);
  }
}
