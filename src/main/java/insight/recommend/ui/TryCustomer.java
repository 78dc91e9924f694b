package insight.recommend.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import insight.collect.Customers;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.privacy.Grant;
import insight.recommend.Fallback;
import insight.recommend.FeedbackSink;
import insight.recommend.RecommendationList;
import insight.recommend.Recommendations;
import insight.recommend.Wish;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Choice;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.Switch;
import insight.shell.part.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list for one customer, as the shop would get it now. */
final class TryCustomer extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Recommendations recommendations;
  private final transient Customers customers;
  private final transient Grant grant;
  private final transient Optional<FeedbackSink> sink;
  private final TextField field = new TextField();
  private transient Asked asked = new Asked(Optional.empty(), true);

  /** What the URL asks for: whose list, and whether without what was bought. */
  record Asked(Optional<CustomerKey> customer, boolean newOnly) {}

  TryCustomer(
      Recommendations recommendations,
      Customers customers,
      Grant grant,
      Optional<FeedbackSink> sink) {
    this.recommendations = recommendations;
    this.customers = customers;
    this.grant = grant;
    this.sink = sink;
    field.setPlaceholder(Words.of("recommend.try.placeholder"));
    field.setAriaLabel(Words.of("recommend.try.field"));
    field.setClearButtonVisible(true);
    field.setWidth("190px");
    field.addKeyPressListener(Key.ENTER, pressed -> look());
  }

  void show(Asked now) {
    removeAll();
    asked = now;
    asked.customer().ifPresent(c -> field.setValue(c.toString()));
    Wish wish = new Wish(Wish.USUAL, Optional.of(asked.newOnly()), List.of());
    RecommendationList list = recommendations.forCustomer(grant, asked.customer(), wish);
    add(
        new Card(Words.of("recommend.try.title"))
            .badge(badge(list))
            .aside(field, Buttons.plain(Words.of("recommend.try.show"), this::look))
            .say(sentence(list))
            .flush(content(list, wish))
            .foot(foot()));
  }

  private static Badge badge(RecommendationList list) {
    return list.fallback() == Fallback.NONE
        ? Badge.accent(list.model())
        : Badge.neutral(Words.of("recommend.try.popular"));
  }

  private Component content(RecommendationList list, Wish wish) {
    if (list.items().isEmpty()) {
      return new EmptyState(
          Icons.CART, Words.of("recommend.try.none"), Words.of("recommend.try.none.text"));
    }
    Optional<RecommendedRows.Thumbs> thumbs =
        asked
            .customer()
            .flatMap(c -> sink.map(s -> new RecommendedRows.Thumbs(s, grant.caller(), c)));
    return new RecommendedRows(
        list, () -> recommendations.forCustomer(grant, asked.customer(), wish), thumbs);
  }

  private String sentence(RecommendationList list) {
    if (asked.customer().isEmpty()) {
      return Words.of("recommend.try.say.nobody");
    }
    return Words.of(
        list.fallback() == Fallback.NONE
            ? "recommend.try.say.personal"
            : "recommend.try.say.popular");
  }

  private Component[] foot() {
    Switch bought =
        new Switch(
            Words.of("recommend.try.bought"),
            List.of(
                new Choice("true", Words.of("recommend.try.bought.leftOut")),
                new Choice("false", Words.of("recommend.try.bought.shown"))),
            String.valueOf(asked.newOnly()),
            value -> open(asked.customer(), Boolean.parseBoolean(value)));
    return asked
        .customer()
        .map(
            c ->
                new Component[] {
                  bought, Link.quiet("customers/" + c, Words.of("recommend.try.customer"))
                })
        .orElseGet(() -> new Component[] {bought});
  }

  private void look() {
    String text = field.getValue().strip();
    field.setInvalid(false);
    if (text.isEmpty()) {
      open(Optional.empty(), asked.newOnly());
      return;
    }
    try {
      Optional<CustomerKey> found = customers.resolve(text, Optional.empty());
      if (found.isPresent()) {
        open(found, asked.newOnly());
      } else {
        fail(Words.of("recommend.try.unknown", text));
      }
    } catch (Refused refused) {
      fail(refused.in(Words.locale()));
    }
  }

  private void fail(String words) {
    field.setErrorMessage(words);
    field.setInvalid(true);
  }

  private void open(Optional<CustomerKey> customer, boolean newOnly) {
    Map<String, String> query = new LinkedHashMap<>();
    customer.ifPresent(c -> query.put("customer", c.toString()));
    if (newOnly != recommendations.newOnly()) {
      query.put("new", String.valueOf(newOnly));
    }
    getUI().ifPresent(ui -> ui.navigate("recommendations", QueryParameters.simple(query)));
  }
}
