package insight.shell;

import com.vaadin.flow.component.Component;

/** Something a stage puts into the top bar of every page, such as the alerts' counter. */
public interface NavbarItem {
  /** Smaller stands further left. */
  int order();

  /** A fresh component for one frame, up to date; mostly a {@link Counter}. */
  Component create();

  /** Brings a component of {@link #create} up to date; the frame calls it with its own. */
  void refresh(Component created);
}
