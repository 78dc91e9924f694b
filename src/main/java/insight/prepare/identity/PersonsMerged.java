package insight.prepare.identity;

import java.util.Set;

/**
 * Keys became one person.
 *
 * @param person the key that stands for it now
 * @param keys all its keys
 */
public record PersonsMerged(long merge, long person, Set<Long> keys) {
  public PersonsMerged {
    keys = Set.copyOf(keys);
  }
}
