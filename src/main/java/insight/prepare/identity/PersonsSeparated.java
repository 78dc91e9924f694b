package insight.prepare.identity;

import java.util.Set;

/**
 * A merge was undone.
 *
 * @param persons the persons that its keys belong to now; one only, where other merges hold them
 *     together
 */
public record PersonsSeparated(long merge, Set<Long> persons) {
  public PersonsSeparated {
    persons = Set.copyOf(persons);
  }
}
