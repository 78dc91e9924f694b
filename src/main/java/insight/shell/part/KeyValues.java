package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** Names at the left, values at the right: provenance, settings, details. */
public final class KeyValues extends DescriptionList {
  private static final long serialVersionUID = 1L;

  public KeyValues() {
    addClassName("kv");
  }

  public KeyValues row(String name, String value) {
    add(new Term(name), new Description(value));
    return this;
  }

  public KeyValues row(String name, Component... value) {
    add(new Term(name), new Description(value));
    return this;
  }
}
