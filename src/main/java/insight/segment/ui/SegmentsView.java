package insight.segment.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import insight.runtime.Role;
import insight.runtime.Settings;
import insight.segment.GroupFeature;
import insight.segment.Method;
import insight.segment.Movements;
import insight.segment.Moves;
import insight.segment.Segment;
import insight.segment.SegmentLabel;
import insight.segment.Segmentation;
import insight.segment.Segments;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Badge;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.KeyValues;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Rich;
import insight.shell.part.ShareBars;
import insight.shell.part.Table;
import insight.shell.part.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The groups of customers: who carries the shop, whom to act on, how sound the grouping is. */
@Route("segments")
@RolesAllowed({Role.OPERATIONS_NAME, Role.MANAGER_NAME, Role.ADMIN_NAME})
@Page(stage = Stage.UNDERSTAND, title = "segment.title", order = 10)
public class SegmentsView extends PageBody {
  private static final long serialVersionUID = 1L;
  private static final double NOTABLE = .01;

  private final ZoneId zone;

  @Inject
  public SegmentsView(Segments segments, Movements movements, Settings settings) {
    zone = settings.zone();
    segments.live().ifPresentOrElse(live -> show(live, movements.to(live)), this::showNone);
  }

  private void showNone() {
    add(
        new PageHeader(Words.of("segment.title")).crumb(Stage.UNDERSTAND.words()),
        new Card()
            .body(
                new EmptyState(
                    Icons.PEOPLE,
                    Words.of("segment.none"),
                    Words.of("segment.none.text"),
                    Link.button("training-runs", Words.of("segment.train"), true))));
  }

  private void show(Segmentation live, Optional<Moves> moves) {
    add(
        new PageHeader(Words.of("segment.title"))
            .crumb(Stage.UNDERSTAND.words())
            .verdict(verdict(live, moves))
            .actions(
                Buttons.plain(
                    Words.of("segment.evidence"), () -> SegmentWords.evidence(live, zone).open()),
                Link.button("training-runs", Words.of("segment.train.again"), false)),
        Columns.wideAndNarrow(shares(live), sound(live)),
        groups(live, moves));
    FoundCard.of(live).forEach(this::add);
    moves.ifPresent(m -> add(MovesCard.largest(m, zone)));
    add(
        new AsOf(live.cutoff(), zone)
            .source(Words.of("segment.asof.revenue"))
            .link(
                "training-runs/" + live.id(),
                Words.of("segment.asof.run", String.valueOf(live.id()))));
  }

  private static String verdict(Segmentation live, Optional<Moves> moves) {
    Segment carrier =
        live.segments().stream()
            .max(Comparator.comparingDouble(s -> s.revenueShare() - s.customerShare()))
            .orElseThrow();
    return Words.of(
            "segment.verdict.carry",
            SegmentWords.roughly(carrier.customerShare()),
            SegmentWords.roughly(carrier.revenueShare()))
        + " "
        + actOn(live).map(s -> actWords(s, moves)).orElse("");
  }

  /** Who is worth an effort: the slipping, else the silent. */
  private static Optional<Segment> actOn(Segmentation live) {
    return live.segments().stream()
        .filter(s -> s.label() == SegmentLabel.SLIPPING || s.label() == SegmentLabel.SILENT)
        .min(Comparator.comparing(Segment::label));
  }

  private static String actWords(Segment segment, Optional<Moves> moves) {
    String title = segment.title(Words.locale());
    Optional<Long> grew =
        moves
            .filter(Moves::comparable)
            .flatMap(m -> m.change(segment))
            .filter(c -> c >= NOTABLE * segment.size());
    return grew.map(c -> Words.of("segment.verdict.grew", title, SegmentWords.whole(c)))
        .orElseGet(
            () ->
                Words.of(
                    "segment.verdict.act",
                    title,
                    SegmentWords.whole(segment.size()),
                    SegmentWords.brief(segment.revenueMinor(), segment.currency())));
  }

  private static Card shares(Segmentation live) {
    List<Segment> segments = live.segments();
    ShareBars bars =
        new ShareBars(
            segments.stream()
                .map(s -> new ShareBars.Part(s.title(Words.locale()), s.colour()))
                .toList());
    line(bars, "segment.customers", segments, Segment::customerShare);
    line(bars, "segment.revenue", segments, Segment::revenueShare);
    return new Card(Words.of("segment.shares")).body(bars.legend());
  }

  private static void line(
      ShareBars bars, String key, List<Segment> segments, ToDoubleFunction<Segment> share) {
    bars.line(
        Words.of(key),
        segments.stream().map(share::applyAsDouble).toList(),
        segments.stream().map(s -> SegmentWords.roughly(share.applyAsDouble(s))).toList());
  }

  private static Card sound(Segmentation live) {
    Method method = live.method();
    int k = live.segments().size();
    KeyValues values =
        new KeyValues().row(Words.of("segment.method"), SegmentWords.method(method, k));
    values.row(
        Words.of("segment.separation"),
        Words.of(
            "segment.separation.value",
            SegmentWords.figure(method.silhouette()),
            SegmentWords.figure(method.baseline())));
    SegmentWords.others(method, k).ifPresent(o -> values.row(Words.of("segment.tried"), o));
    values.row(Words.of("segment.stability"), SegmentWords.stability(method));
    Card card = new Card(Words.of("segment.sound")).body(values);
    return method.soundness() < Method.STABLE
        ? card.badge(Badge.warning(Words.of("segment.sound.unstable")))
        : card;
  }

  private static Card groups(Segmentation live, Optional<Moves> moves) {
    Table table =
        new Table(Words.of("segment.title"))
            .column(Words.of("segment.segment"))
            .optional(Words.of("segment.goal"))
            .number(Words.of("segment.customers"))
            .optionalNumber(Words.of("segment.change"))
            .number(Words.of("segment.revenue"))
            .optionalNumber(Words.of("segment.medianSpend"))
            .optional(Words.of("segment.state"));
    live.segments().forEach(s -> table.row(cells(s, moves)));
    return new Card(
            Words.of(
                "segment.groups", live.segments().size(), SegmentWords.whole(live.customers())))
        .flush(table);
  }

  private static Object[] cells(Segment segment, Optional<Moves> moves) {
    Optional<Long> change = moves.flatMap(m -> m.change(segment));
    return new Object[] {
      Table.twoLines(SegmentWords.link(segment), segment.line(Words.locale())),
      Badge.outline(SegmentWords.goal(segment)),
      Table.twoLines(
          Rich.span("**" + SegmentWords.whole(segment.size()) + "**"),
          SegmentWords.percent(segment.customerShare())),
      change.map(SegmentWords::signed).orElse("–"),
      Table.twoLines(
          new Span(SegmentWords.brief(segment.revenueMinor(), segment.currency())),
          SegmentWords.percent(segment.revenueShare())),
      segment
          .of(GroupFeature.MONETARY)
          .map(p -> SegmentWords.value(p.feature(), p.median(), segment.currency()))
          .orElse("–"),
      Trend.badge(segment, moves)
    };
  }
}
