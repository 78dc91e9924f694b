package insight.recommend;

import java.util.List;
import java.util.Set;

/**
 * What may be known of a person for choosing products.
 *
 * @param bought codes of what the person bought, the earliest first
 * @param declined what was marked as not for this person
 * @param personal false when the person refused personalisation: then nothing was read
 */
record Profile(List<String> bought, Set<String> declined, boolean personal) {
  /** Nobody in particular. */
  static final Profile UNKNOWN = new Profile(List.of(), Set.of(), true);

  /** Somebody who refused personalisation. */
  static final Profile REFUSED = new Profile(List.of(), Set.of(), false);

  Profile {
    bought = List.copyOf(bought);
    declined = Set.copyOf(declined);
  }
}
