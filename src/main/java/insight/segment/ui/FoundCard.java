package insight.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import insight.kernel.Numbers;
import insight.learn.cluster.Condition;
import insight.learn.cluster.Dendrogram;
import insight.segment.LeafWords;
import insight.segment.Method;
import insight.segment.Segment;
import insight.segment.Segmentation;
import insight.shell.chart.MergeTree;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Note;
import insight.shell.part.Rich;
import insight.shell.part.Table;
import insight.shell.part.Tone;
import insight.shell.part.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the groups were found: what was tried, the tree they were cut from, the rules they are. */
final class FoundCard {
  private FoundCard() {}

  /** All there is to show; nothing for fixed rules. */
  static List<Card> of(Segmentation live) {
    Method method = live.method();
    return Stream.of(tried(method, live.segments().size()), tree(live), rules(live))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The numbers of groups that were tried, the taken one set off. */
  private static Optional<Card> tried(Method method, int k) {
    if (method.isExact()) {
      return Optional.empty();
    }
    Table table =
        new Table(Words.of("segment.tried.title"))
            .column(Words.of("segment.tried.k"))
            .number(Words.of("segment.tried.silhouette"))
            .optionalNumber(Words.of("segment.tried.inertia"))
            .number(Words.of("segment.stability"))
            .column(Words.of("segment.tried.state"));
    for (Method.Candidate c : method.candidates()) {
      if (c.k() == k) {
        table.selected(cells(c, true));
      } else {
        table.row(cells(c, false));
      }
    }
    Card card = new Card(Words.of("segment.tried.title")).say(Words.of("segment.tried.say"));
    return Optional.of(
        method.nothingStable() ? card.body(new Div(unstable(method), table)) : card.flush(table));
  }

  private static Object[] cells(Method.Candidate c, boolean taken) {
    boolean stable = c.stability() >= Method.STABLE;
    Span state =
        new Span(
            stable
                ? Badge.good(Words.of("segment.state.stable"))
                : Badge.warning(Words.of("segment.sound.unstable")));
    if (taken) {
      state.add(new Span(" "), Badge.outline(Words.of("segment.tried.taken")));
    }
    return new Object[] {
      Words.of("segment.tried.groups", c.k()),
      SegmentWords.figure(c.silhouette()),
      Double.isFinite(c.inertia()) ? Numbers.brief(c.inertia(), Words.locale()) : "–",
      Numbers.decimal(c.stability(), 2, Words.locale()),
      state
    };
  }

  private static Note unstable(Method method) {
    return new Note(
        Tone.WARNING,
        Words.of(
            "segment.verdict.unstable",
            SegmentWords.figure(method.mostStable()),
            SegmentWords.figure(Method.STABLE)));
  }

  private static Optional<Card> tree(Segmentation live) {
    int k = live.segments().size();
    return live.method()
        .shape()
        .tree()
        .map(
            tree ->
                new Card(Words.of("segment.tree"))
                    .say(Words.of("segment.tree.say", k))
                    .body(MergeTree.of(tree.sizes(), merges(tree), k)));
  }

  private static List<MergeTree.Merge> merges(Dendrogram tree) {
    return tree.merges().stream()
        .map(m -> new MergeTree.Merge(m.left(), m.right(), m.height()))
        .toList();
  }

  private static Optional<Card> rules(Segmentation live) {
    List<List<Condition>> rules = live.method().shape().rules();
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        new Table(Words.of("segment.leaves"))
            .column(Words.of("segment.segment"))
            .number(Words.of("segment.customers"))
            .column(Words.of("segment.leaves.rule"));
    // Segments were written cluster by cluster, so their ids have the clusters' order.
    List<Segment> byCluster =
        live.segments().stream().sorted(Comparator.comparingLong(Segment::id)).toList();
    for (int i = 0; i < byCluster.size(); i++) {
      Segment segment = byCluster.get(i);
      table.row(
          SegmentWords.link(segment),
          SegmentWords.whole(segment.size()),
          Rich.span(LeafWords.of(rules.get(i), segment.currency(), Words.locale())));
    }
    String outcome = live.method().shape().outcome().map(o -> Words.of(o.key())).orElseThrow();
    return Optional.of(
        new Card(Words.of("segment.leaves"))
            .say(Words.of("segment.leaves.say", outcome))
            .flush(table));
  }
}
