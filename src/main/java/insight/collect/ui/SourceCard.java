package insight.collect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import insight.collect.Import;
import insight.collect.Source;
import insight.collect.SourceDetails;
import insight.collect.SourceKind;
import insight.collect.Volumes;
import insight.kernel.Countries;
import insight.kernel.Numbers;
import insight.runtime.Job;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.Sparkline;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One source at a glance: how it stands, when it ran and runs next, how much came in. */
final class SourceCard {
  private final SourceDetails details;
  private final Source source;
  private final Optional<Import> newest;
  private final ZoneId zone;

  SourceCard(SourceDetails details, Optional<Import> newest, ZoneId zone) {
    this.details = details;
    this.source = details.source();
    this.newest = newest;
    this.zone = zone;
  }

  /**
   * @param stored all it ever brought
   * @param job of its newest import
   * @param lately accepted by day
   */
  Card card(long stored, Optional<Job> job, List<Long> lately) {
    Card card = new Card();
    Link name = new Link("sources/" + source.id(), source.name());
    name.addClassName("name");
    card.badge(name, status(job));
    if (source.synthetic()) {
      card.badge(Badge.accent(Words.of("collect.ui.synthetic")));
    }
    return card.body(volume(stored, lately), facts());
  }

  /** Paused, in trouble, reading, fine, or never heard of. */
  Badge status(Optional<Job> job) {
    if (source.paused()) {
      return Badge.neutral(Words.of("collect.source.state.paused"));
    }
    if (details.trouble().isPresent()
        || job.map(Job::state).filter(s -> s == Job.State.FAILED).isPresent()) {
      return Badge.bad(Words.of("collect.source.state.trouble"));
    }
    if (job.map(Job::state).filter(Job.State::open).isPresent()) {
      return Badge.running(Words.of("collect.source.state.reading"));
    }
    return source.kind().files() && newest.isEmpty()
        ? Badge.neutral(Words.of("collect.source.state.waiting"))
        : Badge.good(Words.of("collect.source.state.fine"));
  }

  private static Component volume(long stored, List<Long> lately) {
    Span figure = new Span(Numbers.whole(stored, Words.locale()));
    figure.addClassName("figure");
    Span name = new Span(Words.of("collect.ui.stored"));
    name.addClassName("sub");
    Div all = new Div(new Div(name, figure));
    if (lately.stream().anyMatch(n -> n > 0)) {
      long sum = lately.stream().mapToLong(Long::longValue).sum();
      Component line = Sparkline.of(lately.stream().map(Long::doubleValue).toList(), 1);
      Div course = new Div(line);
      course.getElement().setAttribute("role", "img");
      course
          .getElement()
          .setAttribute(
              "aria-label",
              Words.of("collect.source.lately", Numbers.whole(sum, Words.locale()), Volumes.DAYS));
      all.add(course);
    }
    all.addClassName("volume");
    return all;
  }

  private KeyValues facts() {
    KeyValues facts =
        new KeyValues()
            .row(Words.of("collect.ui.kind"), SourceWords.kind(source))
            .row(
                Words.of("collect.source.last"),
                details
                    .lastRun()
                    .or(() -> newest.map(Import::createdAt))
                    .map(at -> Times.moment(at, zone, Words.locale()))
                    .orElse("–"));
    details
        .nextRun()
        .ifPresent(
            at ->
                facts.row(Words.of("collect.source.next"), Times.moment(at, zone, Words.locale())));
    if (source.kind() != SourceKind.PORTAL) {
      facts.row(Words.of("collect.source.jurisdiction"), jurisdiction(source));
    }
    return facts.row(Words.of("collect.ui.source.owner"), source.owner());
  }

  static String jurisdiction(Source source) {
    return source
        .country()
        .map(c -> Countries.display(c, Words.locale()))
        .orElse(Words.of("collect.source.several"));
  }
}
