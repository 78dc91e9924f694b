package insight.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Money;
import insight.kernel.Numbers;
import insight.segment.FeatureWords;
import insight.segment.GroupFeature;
import insight.segment.Method;
import insight.segment.Segment;
import insight.segment.Segmentation;
import insight.shell.part.Badge;
import insight.shell.part.EvidenceDrawer;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.Rich;
import insight.shell.part.Times;
import insight.shell.part.Words;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words and small parts that the pages of this stage share. */
final class SegmentWords {
  private SegmentWords() {}

  static String path(Segment segment) {
    return "segments/" + segment.id();
  }

  static Link link(Segment segment) {
    return new Link(path(segment), segment.title(Words.locale()));
  }

  /** A member of the page's title line: what the group is called. */
  static Badge badge(Segment segment) {
    return Badge.accent(segment.title(Words.locale()));
  }

  static String goal(Segment segment) {
    return Words.of(segment.goal().key());
  }

  static String whole(long number) {
    return Numbers.whole(number, Words.locale());
  }

  static String percent(double share) {
    return Numbers.percent(share, 1, Words.locale());
  }

  static String roughly(double share) {
    return Numbers.percent(share, 0, Words.locale());
  }

  /** +93, −22, ±0. */
  static String signed(long change) {
    return change == 0 ? "±0" : change > 0 ? "+" + whole(change) : whole(change);
  }

  /** £5.22M; without a currency the bare number. */
  static String brief(long minor, Optional<String> currency) {
    return currency
        .map(c -> Money.of(minor, c).brief(Words.locale()))
        .orElseGet(() -> Numbers.brief(minor, Words.locale()));
  }

  static String value(GroupFeature feature, double value, Optional<String> currency) {
    return FeatureWords.value(feature, value, currency, Words.locale());
  }

  static Component quiet(String words) {
    Span span = new Span(words);
    span.addClassNames("sec", "xs");
    return span;
  }

  static String method(Method method, int k) {
    return Words.of(
        "segment.method.words",
        insight.train.Names.trainer(Words.locale(), method.trainer()),
        method.scales().size(),
        k);
  }

  /** «k 3 would give 0.305»: the other numbers of groups that were tried, the best first. */
  static Optional<String> others(Method method, int k) {
    String words =
        method.candidates().stream()
            .filter(c -> c.k() != k)
            .sorted((a, b) -> Double.compare(b.silhouette(), a.silhouette()))
            .map(c -> Words.of("segment.method.k", c.k(), figure(c.silhouette())))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  static String figure(double value) {
    return Numbers.decimal(value, 3, Words.locale());
  }

  /** Where a grouping comes from: in words, model, snapshot, how sound. */
  static EvidenceDrawer evidence(Segmentation s, ZoneId zone) {
    int k = s.segments().size();
    Method method = s.method();
    String features =
        method.scales().stream()
            .map(scale -> Words.of(scale.feature().key()))
            .collect(Collectors.joining(", "));
    KeyValues model =
        new KeyValues()
            .row(
                Words.of("segment.evidence.run"),
                new Link("training-runs/" + s.id(), String.valueOf(s.id())))
            .row(Words.of("segment.evidence.model"), String.valueOf(s.model()))
            .row(Words.of("segment.method"), method(method, k))
            .row(Words.of("segment.evidence.features"), features)
            .row(Words.of("segment.evidence.seed"), String.valueOf(method.seed()));
    KeyValues sound =
        new KeyValues()
            .row(Words.of("segment.separation"), figure(method.silhouette()))
            .row(Words.of("segment.baseline"), figure(method.baseline()));
    others(method, k).ifPresent(o -> sound.row(Words.of("segment.tried"), o));
    sound.row(Words.of("segment.stability"), stability(method));
    KeyValues data =
        new KeyValues()
            .row(
                Words.of("segment.evidence.snapshot"),
                Words.of("segment.evidence.snapshot.value", String.valueOf(s.snapshot())))
            .row(
                Words.of("segment.evidence.cutoff"), Times.moment(s.cutoff(), zone, Words.locale()))
            .row(Words.of("segment.customers"), whole(s.customers()));
    return new EvidenceDrawer(Words.of("segment.evidence.title", k, whole(s.customers())))
        .section(
            Words.of("segment.evidence.words"),
            Rich.paragraph(Words.of("segment.evidence.say." + method.trainer(), k)))
        .section(Words.of("segment.evidence.by"), model)
        .section(Words.of("segment.sound"), sound)
        .section(Words.of("segment.evidence.data"), data);
  }

  static String stability(Method method) {
    if (method.isExact()) {
      return Words.of("segment.stability.exact");
    }
    String seeds = Numbers.decimal(method.stability(), 2, Words.locale());
    if (Double.isNaN(method.bootStability())) {
      return Words.of(
          "segment.stability.value",
          seeds,
          Numbers.decimal(method.leastStability(), 2, Words.locale()),
          method.reseeds());
    }
    String customers = Numbers.decimal(method.bootStability(), 2, Words.locale());
    return method.reseeds() == 0
        ? Words.of("segment.stability.customers", customers)
        : Words.of("segment.stability.both", seeds, customers);
  }
}
