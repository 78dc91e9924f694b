package insight.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import insight.kernel.Countries;
import insight.kernel.Money;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.segment.CustomerLists;
import insight.segment.CustomerProfiles;
import insight.segment.Segmentation;
import insight.segment.Segments;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Card;
import insight.shell.part.Choice;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Switch;
import insight.shell.part.Tables;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All customers, to look one up or to see who spends most; filters stand in the address. */
@Route("customers")
@RolesAllowed({Role.OPERATIONS_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "segment.customers", order = 20)
public class CustomersView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "";

  private final transient CustomerLists lists;
  private final transient CustomerProfiles profiles;
  private final transient Segments segments;
  private final transient Grant grant;
  private final ZoneId zone;

  @Inject
  public CustomersView(
      CustomerLists lists,
      CustomerProfiles profiles,
      Segments segments,
      Callers callers,
      Grants grants,
      Settings settings) {
    this.lists = lists;
    this.profiles = profiles;
    this.segments = segments;
    this.grant = grants.of(callers.required(), Purpose.ANALYSIS);
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    CustomerChoice choice = CustomerChoice.read(event.getLocation().getQueryParameters());
    lists.basis().ifPresentOrElse(basis -> show(basis, choice), this::showNone);
  }

  private void showNone() {
    add(
        new PageHeader(Words.of("segment.customers")).crumb(Stage.UNDERSTAND.words()),
        Columns.withSide(
            new Card()
                .body(
                    new EmptyState(
                        Icons.PEOPLE,
                        Words.of("segment.customers.none"),
                        Words.of("segment.customers.none.text"),
                        Link.button("training-runs", Words.of("segment.train"), true))),
            new FindCard(profiles)));
  }

  private void show(CustomerLists.Basis basis, CustomerChoice choice) {
    Optional<Segmentation> live = segments.live().filter(s -> s.snapshot() == basis.snapshot());
    long count = lists.count(basis, choice.filter(), grant);
    add(
        new PageHeader(Words.of("segment.customers"))
            .crumb(Stage.UNDERSTAND.words())
            .verdict(Words.of("segment.customers.verdict", SegmentWords.whole(count))),
        filters(basis, live, choice),
        Columns.withSide(
            new Card(Words.of("segment.customers.by." + choice.order().name()))
                .flush(grid(basis, live, choice, count))
                .foot(Words.of("segment.members.masked")),
            new FindCard(profiles)),
        new AsOf(basis.cutoff(), zone)
            .source(Words.of("segment.customers.asof", String.valueOf(basis.snapshot()))));
  }

  private Component filters(
      CustomerLists.Basis basis, Optional<Segmentation> live, CustomerChoice choice) {
    List<Choice> countries =
        lists.countries(basis).stream()
            .map(c -> new Choice(c, Countries.display(c, Words.locale())))
            .toList();
    List<Choice> groups =
        live.stream()
            .flatMap(s -> s.segments().stream())
            .map(s -> new Choice(String.valueOf(s.id()), s.title(Words.locale())))
            .toList();
    Div bar =
        new Div(
            select(
                "segment.country",
                "segment.countries.all",
                countries,
                choice.country().orElse(ALL),
                c -> choice.inCountry(c.isEmpty() ? Optional.empty() : Optional.of(c))),
            select(
                "segment.segment",
                "segment.segments.all",
                groups,
                choice.segment().map(String::valueOf).orElse(ALL),
                c ->
                    choice.inSegment(
                        c.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(c)))),
            sorts(choice));
    bar.addClassName("filters");
    return bar;
  }

  private static Select<Choice> select(
      String label,
      String all,
      List<Choice> choices,
      String current,
      Function<String, CustomerChoice> next) {
    List<Choice> items = new ArrayList<>(List.of(new Choice(ALL, Words.of(all))));
    items.addAll(choices);
    Select<Choice> select = new Select<>();
    select.setAriaLabel(Words.of(label));
    select.setItemLabelGenerator(Choice::words);
    select.setItems(items);
    select.setValue(
        items.stream().filter(c -> c.value().equals(current)).findFirst().orElse(items.getFirst()));
    select.addValueChangeListener(e -> go(next.apply(e.getValue().value())));
    select.setEnabled(!choices.isEmpty());
    return select;
  }

  private static Switch sorts(CustomerChoice choice) {
    return new Switch(
        Words.of("segment.sort"),
        Stream.of(CustomerLists.Order.values())
            .map(o -> new Choice(o.name(), Words.of("segment.sort." + o.name())))
            .toList(),
        choice.order().name(),
        o -> go(choice.by(CustomerLists.Order.valueOf(o))));
  }

  private static void go(CustomerChoice choice) {
    UI.getCurrent().navigate("customers", choice.parameters());
  }

  private Component grid(
      CustomerLists.Basis basis, Optional<Segmentation> live, CustomerChoice choice, long count) {
    if (count == 0) {
      return new EmptyState(
          Icons.SEARCH, Words.of("segment.customers.nobody"), Words.of("segment.customers.wider"));
    }
    Grid<CustomerLists.Listed> grid = Tables.compact(Words.of("segment.customers"));
    Tables.link(
            grid, Words.of("segment.customer"), c -> c.key().brief(), c -> "customers/" + c.key())
        .setWidth("130px")
        .setFlexGrow(1);
    Tables.component(grid, Words.of("segment.segment"), c -> group(live, c));
    Tables.number(
        grid,
        Words.of("segment.lastOrder"),
        c -> Words.of("segment.days", SegmentWords.whole(c.recencyDays())));
    Tables.number(grid, Words.of("segment.feature.frequency"), c -> SegmentWords.whole(c.orders()));
    Tables.number(
        grid,
        Words.of("segment.feature.monetary"),
        c ->
            basis
                .currency()
                .map(code -> Money.of(c.monetaryMinor(), code).format(Words.locale()))
                .orElse("–"));
    Tables.text(
        grid,
        Words.of("segment.country"),
        c -> c.country().map(code -> Countries.display(code, Words.locale())).orElse("–"));
    grid.setItems(
        query ->
            lists
                .page(
                    basis,
                    choice.filter(),
                    choice.order(),
                    grant,
                    query.getOffset(),
                    query.getLimit())
                .stream(),
        query -> Math.toIntExact(count));
    grid.setHeight("560px");
    return grid;
  }

  private static Component group(Optional<Segmentation> live, CustomerLists.Listed listed) {
    return listed.segment().isEmpty()
        ? new Span("–")
        : live.flatMap(s -> s.segment(listed.segment().getAsLong()))
            .<Component>map(SegmentWords::link)
            .orElseGet(() -> new Span("–"));
  }
}
