package insight.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands around every page: the rail at the left, the top bar, the page. */
@Layout
@PermitAll
public class Frame extends AppLayout implements AfterNavigationObserver {
  private static final long serialVersionUID = 1L;

  private final transient Frames frames;
  private final transient Instance<StageState> states;
  private final transient Map<NavbarItem, Component> items = new LinkedHashMap<>();
  private final transient Optional<Search> search;
  private final Rail rail;
  private final Div slot = new Div();

  @Inject
  public Frame(
      Frames frames,
      Instance<StageState> states,
      Instance<NavbarItem> items,
      Instance<Finder> finders,
      Instance<Account> accounts,
      Instance<ShopLabel> labels) {
    this.frames = frames;
    this.states = states;
    Optional<Reader> reader = Reader.current();
    this.rail =
        new Rail(
            reader.map(MenuEntry::of).orElse(List.of()),
            guarded(() -> labels.stream().findFirst().flatMap(ShopLabel::label)).flatMap(l -> l));
    this.search =
        reader.isPresent() && !finders.isUnsatisfied()
            ? Optional.of(new Search(finders))
            : Optional.empty();
    setPrimarySection(Section.DRAWER);
    addToDrawer(rail);
    addToNavbar(bar(reader, sorted(items), accounts.stream().findFirst()));
  }

  private static List<NavbarItem> sorted(Instance<NavbarItem> items) {
    return items.stream().sorted(Comparator.comparingInt(NavbarItem::order)).toList();
  }

  private Component[] bar(
      Optional<Reader> reader, List<NavbarItem> contributed, Optional<Account> account) {
    Anchor skip = skip();
    DrawerToggle burger = new DrawerToggle();
    burger.addClassName("burger");
    burger.setAriaLabel(Words.of("shell.menu"));
    slot.addClassName("slot");
    Div tools = new Div();
    tools.addClassName("tools");
    if (reader.isPresent()) {
      contributed.forEach(
          item -> guarded(item::create).ifPresent(created -> items.put(item, created)));
      tools.add(items.values());
    }
    tools.add(new LanguageSwitch(), new AppearanceMenu());
    reader.ifPresent(person -> tools.add(new UserMenu(person, account)));
    Div top = new Div(slot, tools);
    top.addClassName("top");
    return new Component[] {skip, burger, top};
  }

  /**
   * The page has a base address, so that a plain "#main" would leave it: the focus moves by hand.
   */
  private static Anchor skip() {
    Anchor skip = new Anchor("#main", Words.of("shell.skip"));
    skip.getElement().setAttribute("router-ignore", true);
    skip.addClassName("skip");
    skip.getElement()
        .executeJs(
            """
            this.addEventListener('click', (event) => {
              event.preventDefault();
              document.getElementById('main')?.focus();
            })""");
    return skip;
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Component view = getContent();
    Optional<Page> page =
        Optional.ofNullable(view).map(v -> v.getClass().getAnnotation(Page.class));
    rail.here(event.getLocation().getPath(), page.map(Page::stage));
    if (!(view instanceof HasDynamicTitle)) {
      String product = Words.of("shell.product");
      String title = page.map(p -> Words.of(p.title()) + " · " + product).orElse(product);
      // After Vaadin's own title, which it sets behind this call.
      getUI().ifPresent(ui -> ui.beforeClientResponse(this, sent -> ui.getPage().setTitle(title)));
    }
    slot.removeAll();
    if (view instanceof NavbarFilters filters) {
      slot.add(filters.navbarFilters());
    } else {
      search.ifPresent(slot::add);
    }
    refresh();
  }

  /** Fetches signs and counters anew. */
  void refresh() {
    Map<Stage, Sign> signs = new EnumMap<>(Stage.class);
    for (StageState state : states) {
      signs.merge(state.stage(), sign(state), Sign::and);
    }
    rail.signs(signs);
    items.forEach((item, component) -> refresh(item, component));
  }

  /** A stage that cannot tell needs attention, but must not take the page with it. */
  private static Sign sign(StageState state) {
    return guarded(state::sign).orElse(new Sign(Sign.State.ATTENTION, 1));
  }

  private static void refresh(NavbarItem item, Component component) {
    guarded(
        () -> {
          item.refresh(component);
          return component;
        });
  }

  /** What a stage contributes; empty when it fails, which is an incident but not the page's end. */
  private static <T> Optional<T> guarded(Supplier<T> contributed) {
    try {
      return Optional.of(contributed.get());
    } catch (RuntimeException failure) {
      Incidents.report(failure);
      return Optional.empty();
    }
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    frames.opened(this, attached.getUI());
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    frames.closed(this);
    super.onDetach(detached);
  }
}
