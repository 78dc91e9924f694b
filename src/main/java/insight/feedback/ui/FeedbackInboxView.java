package insight.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.collect.Products;
import insight.feedback.About;
import insight.feedback.Entry;
import insight.feedback.Feedback;
import insight.feedback.Reasons;
import insight.feedback.Verdict;
import insight.kernel.Numbers;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Callers;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Choice;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Switch;
import insight.shell.part.Table;
import insight.shell.part.Times;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people said, the newest first. */
@Route("feedback")
@PermitAll
@Page(stage = Stage.LISTEN, title = "feedback.page.title", order = 10)
public class FeedbackInboxView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient Feedback feedback;
  private final transient Products products;
  private final transient Grant grant;
  private final ZoneId zone;
  private transient Feedback.Filter filter = Feedback.Filter.ALL;
  private transient List<Entry> entries = List.of();

  @Inject
  public FeedbackInboxView(
      Feedback feedback, Products products, Grants grants, Callers callers, Settings settings) {
    this.feedback = feedback;
    this.products = products;
    this.grant = grants.of(callers.required(), Purpose.SERVICE);
    this.zone = settings.zone();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    filter =
        new Feedback.Filter(
            query.getSingleParameter("about").flatMap(About.Kind::of),
            query.getSingleParameter("verdict").flatMap(Verdict::of),
            Optional.empty(),
            Optional.empty());
    entries = feedback.newest(grant, filter, SHOWN, Optional.empty());
    show();
  }

  private void show() {
    removeAll();
    Feedback.Counts counts = feedback.counts(grant, Feedback.Filter.ALL);
    add(
        new PageHeader(Words.of("feedback.page.title"))
            .crumb(Stage.LISTEN.words())
            .verdict(verdict(counts)),
        counts.all() == 0 ? new Card().flush(nothingYet()) : list());
  }

  private static String verdict(Feedback.Counts counts) {
    Locale locale = Words.locale();
    return counts.all() == 0
        ? Words.of("feedback.page.verdict.none")
        : Words.of(
            "feedback.page.verdict",
            Numbers.whole(counts.up(), locale),
            Numbers.whole(counts.down(), locale));
  }

  private static EmptyState nothingYet() {
    return new EmptyState(
        Icons.MAIL,
        Words.of("feedback.page.empty"),
        Words.of("feedback.page.empty.text"),
        Link.button("recommendations", Words.of("feedback.page.recommendations"), true));
  }

  private Card list() {
    Card card = new Card(Words.of("feedback.page.newest")).aside(aboutSwitch(), verdictSwitch());
    if (entries.isEmpty()) {
      return card.flush(
          new EmptyState(
              Icons.SEARCH,
              Words.of("feedback.page.noMatch"),
              Words.of("feedback.page.noMatch.text"),
              Link.button("feedback", Words.of("feedback.page.all"), false)));
    }
    if (entries.size() % SHOWN == 0) {
      card.foot(Buttons.quiet(Words.of("feedback.page.more"), this::more));
    }
    return card.flush(table());
  }

  private void more() {
    List<Entry> longer = new ArrayList<>(entries);
    longer.addAll(feedback.newest(grant, filter, SHOWN, Optional.of(entries.getLast())));
    entries = longer;
    show();
  }

  private Switch aboutSwitch() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", Words.of("feedback.about.all")));
    for (About.Kind kind : About.Kind.values()) {
      choices.add(new Choice(kind.word(), Words.of("feedback.about." + kind.word())));
    }
    return new Switch(
        Words.of("feedback.page.about"),
        choices,
        filter.about().map(About.Kind::word).orElse(""),
        value -> open(value, filter.verdict().map(Verdict::word).orElse("")));
  }

  private Switch verdictSwitch() {
    return new Switch(
        Words.of("feedback.page.verdictOf"),
        List.of(
            new Choice("", Words.of("feedback.verdict.all")),
            new Choice("up", Words.of("feedback.verdict.up")),
            new Choice("down", Words.of("feedback.verdict.down"))),
        filter.verdict().map(Verdict::word).orElse(""),
        value -> open(filter.about().map(About.Kind::word).orElse(""), value));
  }

  private void open(String about, String verdict) {
    Map<String, String> query = new LinkedHashMap<>();
    if (!about.isEmpty()) {
      query.put("about", about);
    }
    if (!verdict.isEmpty()) {
      query.put("verdict", verdict);
    }
    getUI().ifPresent(ui -> ui.navigate("feedback", QueryParameters.simple(query)));
  }

  private Table table() {
    Map<String, String> names =
        products.names(
            entries.stream()
                .map(Entry::about)
                .flatMap(
                    a ->
                        a instanceof About.Recommendation r
                            ? Optional.of(r.product()).stream()
                            : Optional.<String>empty().stream())
                .collect(Collectors.toSet()));
    Table table =
        new Table(Words.of("feedback.page.newest"))
            .column(Words.of("feedback.page.when"))
            .column(Words.of("feedback.page.about"))
            .column(Words.of("feedback.page.verdictOf"))
            .column(Words.of("feedback.page.reason"))
            .column(Words.of("feedback.page.text"))
            .column(Words.of("feedback.page.customer"))
            .optional(Words.of("feedback.page.by"));
    for (Entry entry : entries) {
      table.row(
          Times.moment(entry.at(), zone, Words.locale()),
          about(entry.about(), names),
          verdict(entry.verdict()),
          entry.reason().map(r -> Reasons.words(r, Words.locale())).orElse(""),
          text(entry),
          customer(entry),
          entry.by());
    }
    return table;
  }

  private static Component about(About about, Map<String, String> names) {
    return switch (about) {
      case About.Recommendation r ->
          Table.twoLines(
              new Span(names.getOrDefault(r.product(), r.product())),
              r.model()
                  .map(m -> Words.of("feedback.about.recommendedBy", m))
                  .orElseGet(() -> Words.of("feedback.about.recommendation")));
      case About.Order o -> Table.twoLines(new Span(o.number()), Words.of("feedback.about.order"));
      case About.Service s ->
          Table.twoLines(new Span(s.topic()), Words.of("feedback.about.service"));
    };
  }

  private static Badge verdict(Verdict verdict) {
    return switch (verdict) {
      case UP -> new Badge(Icons.THUMB_UP, Words.of("feedback.verdict.up"), Tone.GOOD);
      case DOWN -> new Badge(Icons.THUMB_DOWN, Words.of("feedback.verdict.down"), Tone.WARNING);
    };
  }

  private Component text(Entry entry) {
    if (entry.hasText() && !grant.allows(Field.FREE_TEXT)) {
      return Badge.outline(Words.of("feedback.page.hidden"));
    }
    return new Div(entry.text().orElse(""));
  }

  private static Component customer(Entry entry) {
    return entry
        .customer()
        .<Component>map(c -> new Link("customers/" + c, c.brief()))
        .orElseGet(() -> new Span(Words.of("feedback.page.nobody")));
  }
}
