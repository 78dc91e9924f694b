package insight.collect.ui;

import com.vaadin.flow.component.Component;
import insight.collect.Import;
import java.util.Optional;

/** A card that another stage adds to the page of an import; found by CDI. */
public interface ImportPanel {
  /** Where it stands among the panels, low numbers first. */
  int order();

  /**
   * The panel, made for each view of the page.
   *
   * @return empty: this stage has nothing to say about the import
   */
  Optional<Component> create(Import file);
}
