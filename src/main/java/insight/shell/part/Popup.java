package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A small menu that opens under its button. */
public final class Popup {
  private final Popover popover = new Popover();
  private final Div items = new Div();

  /** The menu of {@code button}; {@code label} names it. */
  public Popup(Component button, String label) {
    items.addClassName("menu");
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(label);
    popover.setAutofocus(true);
    popover.add(items);
    button.getElement().setAttribute("aria-haspopup", "true");
  }

  /** Opens to the left, for buttons at the right edge. */
  public Popup atEnd() {
    popover.setPosition(PopoverPosition.BOTTOM_END);
    return this;
  }

  /** Many items: they scroll. */
  public Popup scrolling() {
    items.addClassName("scroll");
    return this;
  }

  public Popup item(Icons icon, String text, Runnable act) {
    NativeButton item = button(text, act);
    item.addComponentAsFirst(icon.create());
    items.add(item);
    return this;
  }

  /** The same, shown only where the screen is narrow. */
  public Popup itemOnNarrow(Icons icon, String text, Runnable act) {
    NativeButton item = button(text, act);
    item.addComponentAsFirst(icon.create());
    item.addClassName("only-narrow");
    items.add(item);
    return this;
  }

  /** One of several of which one holds. */
  public Popup choice(String text, boolean holds, Runnable act) {
    NativeButton item = button(text, act);
    item.getElement().setAttribute("aria-pressed", String.valueOf(holds));
    items.add(item);
    return this;
  }

  /** Anything else inside the menu. */
  public Popup add(Component part) {
    items.add(part);
    return this;
  }

  public Popup clear() {
    items.removeAll();
    return this;
  }

  public void close() {
    popover.close();
  }

  private NativeButton button(String text, Runnable act) {
    NativeButton item = new NativeButton();
    item.add(new Span(text));
    item.addClickListener(
        click -> {
          popover.close();
          act.run();
        });
    return item;
  }
}
