package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;

/** "Where does this number come from": a drawer of 420 px from the right, in sections. */
public final class EvidenceDrawer {
  private final Dialog dialog = new Dialog();
  private final Div sections = new Div();

  /** {@code number} is the figure in question with its value. */
  public EvidenceDrawer(String number) {
    dialog.addClassName("drawer");
    dialog.getElement().setAttribute("aria-label", Words.of("shell.evidence.title"));
    Div caption = new Div(Words.of("shell.evidence.title"));
    caption.addClassName("crumb");
    Div title = new Div(number);
    title.addClassName("title");
    Div row =
        new Div(
            new Div(caption, title),
            Buttons.icon(Icons.CROSS, Words.of("shell.close"), dialog::close));
    row.addClassName("toprow");
    dialog.getHeader().add(row);
    dialog.add(sections);
  }

  /** One section: in words, what moved it, made by, from. */
  public EvidenceDrawer section(String title, Component... parts) {
    Section section = new Section(new H3(title));
    section.add(parts);
    sections.add(section);
    return this;
  }

  /** Buttons at the foot. */
  public EvidenceDrawer actions(Component... buttons) {
    dialog.getFooter().add(buttons);
    return this;
  }

  public void open() {
    dialog.open();
  }

  /** The dialog itself, for tests. */
  Dialog dialog() {
    return dialog;
  }
}
