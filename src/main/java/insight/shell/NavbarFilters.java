package insight.shell;

import com.vaadin.flow.component.Component;

/** A view that obeys period, comparison or country: what it shows for them in the top bar. */
public interface NavbarFilters {
  /** The same component for the view's whole life. */
  Component navbarFilters();
}
