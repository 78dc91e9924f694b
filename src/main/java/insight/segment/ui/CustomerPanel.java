package insight.segment.ui;

import com.vaadin.flow.component.Component;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import java.util.Optional;

/**
 * A card that another stage adds to the page of a customer; found by CDI. The API has {@link
 * insight.segment.CustomerFacts}.
 */
public interface CustomerPanel {
  /** Where it stands among the panels, low numbers first. */
  int order();

  /** Text key of its name, for the page's jump list. */
  String title();

  /**
   * The panel, made for each view of the page.
   *
   * @param grant of the person who looks, for service
   * @return empty: this stage has nothing to show of the customer
   */
  Optional<Component> create(Person person, Grant grant);
}
