package insight.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import insight.shell.part.Link;
import java.util.List;
import java.util.Optional;

/** One stage in the rail: sign, name, count, and its pages beneath while it is open. */
final class StageItem extends ListItem {
  private static final long serialVersionUID = 1L;

  private final Stage stage;
  private final Component head;
  private final Span sign = new Span();
  private final Span count = new Span();
  private final UnorderedList pages = new UnorderedList();
  private final boolean alone;

  /** {@code first} is the page that the stage's name opens; without one the name is no link. */
  StageItem(Stage stage, Optional<String> first, List<Link> below) {
    this.stage = stage;
    this.alone = below.isEmpty();
    this.head = first.<Component>map(path -> new Link(path, "")).orElseGet(Span::new);
    head.getElement().getClassList().add("stage");
    head.getElement().getClassList().set("none", first.isEmpty());
    if (first.isEmpty()) {
      head.getElement().setAttribute("role", "link").setAttribute("aria-disabled", "true");
    }
    sign.addClassName("sign");
    count.addClassName("cnt");
    HasComponents inside = (HasComponents) head;
    inside.add(stage.inLoop() ? sign : stage.icon().create(), new Span(stage.words()), count);
    below.forEach(page -> pages.add(new ListItem(page)));
    add(head, pages);
    open(false);
    if (stage.inLoop()) {
      sign(Sign.NO_DATA);
    }
  }

  void open(boolean open) {
    setClassName("open", open);
    pages.setVisible(open && !alone);
    head.getElement().getClassList().set("on", open && alone && !stage.inLoop());
  }

  void sign(Sign now) {
    sign.removeAll();
    sign.add(now.draw());
    count.setText(now.count() == 0 ? "" : String.valueOf(now.count()));
    head.getElement().setAttribute("aria-label", now.words(stage));
    head.getElement().setAttribute("title", now.words(stage));
  }
}
