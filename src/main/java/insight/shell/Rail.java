package insight.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import insight.shell.part.Drawing;
import insight.shell.part.Link;
import insight.shell.part.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loop rail: home pages, the stages on a line with their signs, the foot. */
final class Rail extends Div {
  private static final long serialVersionUID = 1L;

  private final List<MenuEntry> entries;
  private final Map<Stage, StageItem> stages = new EnumMap<>(Stage.class);
  private final Map<MenuEntry, Link> links = new java.util.LinkedHashMap<>();

  Rail(List<MenuEntry> entries, Optional<String> shop) {
    this.entries = List.copyOf(entries);
    addClassName("rail");
    add(brand(shop), nav(), foot());
  }

  private static Div brand(Optional<String> shop) {
    Div brand = new Div(Drawing.logo(), new Span(Words.of("shell.product")));
    brand.addClassName("brand");
    shop.ifPresent(
        words -> {
          com.vaadin.flow.component.HtmlContainer small =
              new com.vaadin.flow.component.HtmlContainer("small");
          small.setText(words);
          brand.add(small);
        });
    return brand;
  }

  private Nav nav() {
    UnorderedList home = new UnorderedList();
    for (MenuEntry entry : entries(Stage.HOME)) {
      Link link = link(entry);
      link.addComponentAsFirst(entry.page().icon().create());
      home.add(new ListItem(link));
    }
    Paragraph caption = new Paragraph(Words.of("shell.loop"));
    caption.addClassName("cap");
    UnorderedList loop = new UnorderedList();
    loop.addClassName("loop");
    for (Stage stage : Stage.values()) {
      if (stage.inLoop()) {
        loop.add(item(stage));
      }
    }
    Nav nav = new Nav(home, caption, loop);
    nav.addClassName("nav");
    nav.setAriaLabel(Words.of("shell.nav"));
    return nav;
  }

  private Nav foot() {
    UnorderedList list = new UnorderedList();
    for (Stage stage : List.of(Stage.ADMIN, Stage.HELP)) {
      if (!entries(stage).isEmpty()) {
        list.add(item(stage));
      }
    }
    Nav foot = new Nav(list);
    foot.addClassNames("foot", "nav");
    foot.setAriaLabel(Words.of("shell.stage.admin"));
    foot.setVisible(list.getChildren().findAny().isPresent());
    return foot;
  }

  private StageItem item(Stage stage) {
    List<MenuEntry> pages = entries(stage);
    List<Link> below = new ArrayList<>();
    if (stage.inLoop() || pages.size() > 1) {
      pages.forEach(page -> below.add(link(page)));
    }
    Optional<String> first = pages.stream().findFirst().map(MenuEntry::path);
    StageItem item = new StageItem(stage, first, below);
    stages.put(stage, item);
    return item;
  }

  private Link link(MenuEntry entry) {
    Link link = new Link(entry.path(), Words.of(entry.page().title()));
    links.put(entry, link);
    return link;
  }

  private List<MenuEntry> entries(Stage stage) {
    return entries.stream().filter(entry -> entry.page().stage() == stage).toList();
  }

  /** Marks where the reader is; only that stage is open. */
  void here(String location, Optional<Stage> stage) {
    Optional<MenuEntry> current =
        entries.stream()
            .filter(entry -> entry.covers(location))
            .max(Comparator.comparingInt(entry -> entry.path().length()));
    links.forEach((entry, link) -> mark(link, current.filter(entry::equals).isPresent()));
    Optional<Stage> open = stage.or(() -> current.map(entry -> entry.page().stage()));
    stages.forEach((each, item) -> item.open(open.filter(each::equals).isPresent()));
  }

  private static void mark(Link link, boolean on) {
    link.setClassName("on", on);
    if (on) {
      link.getElement().setAttribute("aria-current", "page");
    } else {
      link.getElement().removeAttribute("aria-current");
    }
  }

  /** Shows the state of every stage; a stage that nobody speaks for has no data. */
  void signs(Map<Stage, Sign> signs) {
    stages.forEach(
        (stage, item) -> {
          if (stage.inLoop()) {
            item.sign(signs.getOrDefault(stage, Sign.NO_DATA));
          }
        });
  }
}
