package insight.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import insight.collect.EventKind;
import insight.collect.SaleClass;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.segment.Happening;
import insight.segment.Timelines;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Choice;
import insight.shell.part.Icons;
import insight.shell.part.Switch;
import insight.shell.part.Timeline;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, newest first; earlier entries come when asked for. */
final class TimelineCard {
  private static final int PAGE = 20;

  private final Timelines timelines;
  private final Person person;
  private final Grant grant;
  private final ZoneId zone;
  private final Button earlier = Buttons.quiet(Words.of("segment.timeline.earlier"), this::more);
  private final Card card = new Card(Words.of("segment.timeline"));
  private final Div choices = new Div();
  private final int year;
  private Timelines.Choice choice = Timelines.Choice.ALL;
  private Timeline line = new Timeline();
  private Happening.@Nullable Place last;
  private @Nullable LocalDate day;

  /**
   * The card's content.
   *
   * @param now its year need not be said
   */
  TimelineCard(Timelines timelines, Person person, Grant grant, ZoneId zone, Instant now) {
    this.timelines = timelines;
    this.person = person;
    this.grant = grant;
    this.zone = zone;
    this.year = now.atZone(zone).getYear();
    card.aside(choices);
    show();
  }

  Card card() {
    return card;
  }

  private void show() {
    choices.removeAll();
    choices.add(choices());
    line = new Timeline();
    last = null;
    day = null;
    more();
    if (last == null) {
      card.body(new Span(Words.of("segment.timeline.none"))).foot();
    } else {
      card.body(line).foot(earlier);
    }
  }

  private Switch choices() {
    return new Switch(
        Words.of("segment.timeline.show"),
        Stream.of(Timelines.Choice.values())
            .map(c -> new Choice(c.name(), Words.of("segment.timeline." + word(c))))
            .toList(),
        choice.name(),
        name -> {
          choice = Timelines.Choice.valueOf(name);
          show();
        });
  }

  private void more() {
    List<Happening> page =
        timelines.page(person, choice, Optional.ofNullable(last), PAGE + 1, grant);
    page.stream().limit(PAGE).forEach(this::entry);
    earlier.setVisible(page.size() > PAGE);
  }

  private void entry(Happening happening) {
    LocalDate on = happening.at().atZone(zone).toLocalDate();
    String when = Times.shortDay(on, Words.locale());
    line.entry(
        on.equals(day) ? "" : when,
        icon(happening),
        title(happening),
        text(happening, on),
        happening.amount().map(m -> m.format(Words.locale())).orElse(""));
    day = on;
    last = happening.place();
  }

  static String title(Happening happening) {
    String number = happening.order().orElse("");
    if (happening.kind() != EventKind.ORDER_LINE) {
      return Words.of("segment.kind." + word(happening.kind()), number);
    }
    String key = "segment.sale." + happening.saleClass().word();
    return Words.of(number.isEmpty() ? key + ".unnumbered" : key, number);
  }

  /** The whole date first where the year is not the present one. */
  private String text(Happening happening, LocalDate on) {
    return Stream.of(
            on.getYear() == year
                ? Optional.<String>empty()
                : Optional.of(Times.day(on, Words.locale())),
            happening.kind() == EventKind.ORDER_LINE && happening.lines() > 1
                ? Optional.of(Words.of("segment.timeline.lines", happening.lines()))
                : Optional.<String>empty(),
            happening.product(),
            happening.rating().map(r -> Words.of("segment.timeline.rating", r)),
            happening.text().map(t -> "«" + t + "»"),
            happening.hidden()
                ? Optional.of(Words.of("segment.timeline.hidden"))
                : Optional.<String>empty(),
            Optional.of(happening.source()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static Icons icon(Happening happening) {
    return switch (happening.kind()) {
      case ORDER_LINE -> happening.saleClass() == SaleClass.RETURN ? Icons.RETURN : Icons.CART;
      case CART_ADDED, CART_REMOVED, CART_VIEWED, CHECKOUT_STARTED, CHECKOUT_STEP, ORDER_UPDATED ->
          Icons.CART;
      case ORDER_CANCELLED, COUPON_DENIED, COUPON_REMOVED -> Icons.FAILED;
      case PAID, COUPON_APPLIED -> Icons.CHECK;
      case PAGE_VIEWED, PRODUCT_VIEWED, LIST_VIEWED, PROMOTION_SEEN -> Icons.EYE;
      case SEARCHED -> Icons.SEARCH;
      case REVIEWED, SURVEY_ANSWERED -> Icons.STAR;
      case SHARED, FOLLOWED, UNFOLLOWED -> Icons.THUMB_UP;
      case FEEDBACK -> Icons.MAIL;
      case IDENTIFIED, ALIASED -> Icons.PERSON;
      case CUSTOM -> Icons.INFO;
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
