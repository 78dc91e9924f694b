package insight.segment;

import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What another stage adds to the API's answer about a customer; found by CDI. Its page has {@code
 * ui.CustomerPanel}.
 */
public interface CustomerFacts {
  /** The member's name in the answer. */
  String name();

  /** What there is to say about the person under the grant; empty: nothing. */
  Optional<JsonValue> of(Person person, Grant grant);
}
