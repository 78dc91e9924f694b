package insight.recommend.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import insight.kernel.CustomerKey;
import insight.kernel.Numbers;
import insight.kernel.Refused;
import insight.recommend.Fallback;
import insight.recommend.FeedbackSink;
import insight.recommend.FeedbackSink.Thumb;
import insight.recommend.RecommendationList;
import insight.recommend.Recommended;
import insight.runtime.Caller;
import insight.shell.part.Buttons;
import insight.shell.part.Chip;
import insight.shell.part.Icons;
import insight.shell.part.Popup;
import insight.shell.part.Rich;
import insight.shell.part.Rows;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.util.Optional;
import java.util.function.Supplier;

/** A list of recommended products with their reasons and, where somebody listens, thumbs. */
final class RecommendedRows extends Div {
  private static final long serialVersionUID = 1L;

  /** Who gives thumbs about whom, and who takes them. */
  record Thumbs(FeedbackSink sink, Caller by, CustomerKey customer) {}

  private final transient Supplier<RecommendationList> read;
  private final transient Optional<Thumbs> thumbs;

  /** {@code read} gives the list anew after each thumb. */
  RecommendedRows(
      RecommendationList list, Supplier<RecommendationList> read, Optional<Thumbs> thumbs) {
    this.read = read;
    this.thumbs = thumbs;
    show(list);
  }

  private void show(RecommendationList list) {
    removeAll();
    Rows rows = new Rows();
    int place = 1;
    for (Recommended item : list.items()) {
      Span number = new Span(String.valueOf(place++));
      number.addClassName("num");
      Component[] last =
          thumbs
              .map(t -> new Component[] {thumbs(t, item, list.model())})
              .orElseGet(() -> new Component[0]);
      rows.row(number, words(item, list.fallback()), last);
    }
    add(rows);
  }

  private static Div words(Recommended item, Fallback fallback) {
    Div words = new Div(Rich.span("**" + item.name() + "**"));
    if (item.because().isEmpty()) {
      words.add(new Span(common(item, fallback)));
    } else {
      Recommended.Because first = item.because().getFirst();
      words.add(new Chip(first.brief(Words.locale())), new Div(first.counts(Words.locale())));
    }
    return words;
  }

  /** Where the whole list is what sells best, the score is the number of orders. */
  private static String common(Recommended item, Fallback fallback) {
    return switch (fallback) {
      case NONE -> Words.of("recommend.reason.popular");
      case POPULARITY ->
          Words.of(
              "recommend.reason.orders", Numbers.whole(Math.round(item.score()), Words.locale()));
    };
  }

  private Span thumbs(Thumbs to, Recommended item, String model) {
    Button up =
        Buttons.icon(
            Icons.THUMB_UP,
            Words.of("recommend.thumb.up", item.name()),
            () -> give(to, item, new Thumb(item.product(), model, true, "", "")));
    Button down =
        Buttons.icon(Icons.THUMB_DOWN, Words.of("recommend.thumb.down", item.name()), () -> {});
    Popup reasons = new Popup(down, Words.of("recommend.thumb.why")).atEnd();
    for (FeedbackSink.Reason reason : to.sink().reasons(false)) {
      reasons.choice(
          Words.of(reason.key()),
          false,
          () -> give(to, item, new Thumb(item.product(), model, false, reason.code(), "")));
    }
    return new Span(Buttons.small(up), Buttons.small(down));
  }

  private void give(Thumbs to, Recommended item, Thumb thumb) {
    try {
      String id = to.sink().give(to.by(), to.customer(), thumb);
      String said = thumb.up() ? "recommend.thumb.kept" : "recommend.thumb.leftOut";
      Toasts.done(Words.of(said, item.name()), () -> withdraw(to, thumb, id));
      show(read.get());
    } catch (Refused refused) {
      Toasts.refused(refused);
    }
  }

  private void withdraw(Thumbs to, Thumb thumb, String id) {
    to.sink().withdraw(to.by(), to.customer(), thumb, id);
    show(read.get());
  }
}
