package insight.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.Words;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** The global search in the top bar, Ctrl K: what was found opens under the field. */
final class Search extends Div {
  private static final long serialVersionUID = 1L;
  private static final int FEWEST_LETTERS = 2;
  private static final int TYPING_PAUSE_MS = 300;

  private final transient Instance<Finder> finders;
  private final TextField field = new TextField();
  private final Popover popover = new Popover();
  private final Div hits = new Div();

  Search(Instance<Finder> finders) {
    this.finders = finders;
    addClassName("find");
    field.setPlaceholder(Words.of("shell.search.placeholder"));
    field.setAriaLabel(Words.of("shell.search"));
    field.setPrefixComponent(Icons.SEARCH.create());
    Span key = new Span(Words.of("shell.search.key"));
    key.addClassNames("xs", "sec", "wide");
    field.setSuffixComponent(key);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(TYPING_PAUSE_MS);
    field.addFocusShortcut(Key.KEY_K, KeyModifier.CONTROL);
    field.addValueChangeListener(change -> find(change.getValue().strip()));
    hits.addClassNames("menu", "scroll");
    popover.setTarget(field);
    popover.setOpenOnClick(false);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(Words.of("shell.search"));
    popover.add(hits);
    add(field, popover);
  }

  private void find(String words) {
    hits.removeAll();
    if (words.length() < FEWEST_LETTERS) {
      popover.close();
      return;
    }
    List<Finder.Hit> found =
        finders.stream().flatMap(finder -> finder.find(words).stream()).toList();
    found.forEach(hit -> hits.add(link(hit)));
    if (found.isEmpty()) {
      Paragraph none = new Paragraph(Words.of("shell.search.none", words));
      none.addClassNames("s", "sec");
      hits.add(none);
    }
    popover.open();
  }

  private Link link(Finder.Hit hit) {
    Link link = new Link(hit.path(), "");
    Span kind = new Span(hit.kind());
    kind.addClassNames("xs", "sec");
    link.add(new Span(hit.title()), kind);
    link.getElement().addEventListener("click", click -> popover.close());
    return link;
  }
}
