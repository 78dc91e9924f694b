package insight.segment.ui;

import insight.kernel.Numbers;
import insight.segment.By;
import insight.segment.FeatureProfile;
import insight.segment.GroupFeature;
import insight.segment.Segment;
import insight.shell.chart.Whisker;
import insight.shell.part.Card;
import insight.shell.part.Drawing;
import insight.shell.part.Rich;
import insight.shell.part.Table;
import insight.shell.part.Words;
import java.util.Comparator;

/** What a segment is like against all customers: medians, middle halves, differences. */
final class ProfileCard {
  private static final int WIDTH = 280;

  private ProfileCard() {}

  static Card of(Segment segment) {
    Table table =
        new Table(Words.of("segment.profile"))
            .column(Words.of("segment.profile.median"))
            .number(Words.of("segment.segment"))
            .number(Words.of("segment.profile.all"))
            .optional(Words.of("segment.profile.spread"))
            .optionalNumber(Words.of("segment.profile.differs"));
    segment.profile().forEach(p -> table.row(cells(segment, p)));
    return new Card(Words.of("segment.profile"))
        .aside(Words.of("segment.profile.legend"))
        .flush(table);
  }

  private static Object[] cells(Segment segment, FeatureProfile p) {
    return new Object[] {
      Words.of(p.feature().key()),
      Rich.span("**" + SegmentWords.value(p.feature(), p.median(), segment.currency()) + "**"),
      SegmentWords.value(p.feature(), p.base(), segment.currency()),
      spread(segment, p),
      differs(p)
    };
  }

  /** On a logarithmic scale, like the groups themselves. */
  private static Drawing spread(Segment segment, FeatureProfile p) {
    double min = Math.log1p(Math.min(p.low(), p.q1()));
    double max = Math.log1p(Math.max(p.high(), p.q3()));
    return new Whisker(min, max > min ? max : min + 1, WIDTH)
        .spread(
            Math.log1p(p.q1()),
            Math.log1p(p.median()),
            Math.log1p(p.q3()),
            Math.log1p(p.base()),
            segment.colour());
  }

  /** «× 2.6», «−23%», «same»; «–» where all customers' median is nought. */
  static String differs(FeatureProfile p) {
    if (p.base() == 0) {
      return p.median() == 0 ? Words.of("segment.profile.same") : "–";
    }
    double ratio = p.median() / p.base();
    if (ratio >= 2) {
      return "× " + Numbers.decimal(ratio, ratio < 10 ? 1 : 0, Words.locale());
    }
    long percent = Math.round((ratio - 1) * 100);
    return percent == 0
        ? Words.of("segment.profile.same")
        : (percent > 0 ? "+" : "") + Numbers.percent(percent / 100.0, 0, Words.locale());
  }

  /** What of orders, spend and days, products aside, differs most from all customers. */
  private static FeatureProfile strongest(Segment segment) {
    return segment.profile().stream()
        .filter(p -> p.feature() != GroupFeature.PRODUCTS && p.feature().family() == By.PURCHASE)
        .max(Comparator.comparingDouble(p -> Math.abs(p.smd())))
        .orElseThrow();
  }

  /**
   * The days since the last order decide what to do, so they lead unless another is far stronger.
   */
  static FeatureProfile telling(Segment segment) {
    FeatureProfile strongest = strongest(segment);
    return segment
        .of(GroupFeature.RECENCY)
        .filter(r -> Math.abs(r.smd()) >= .6 * Math.abs(strongest.smd()))
        .orElse(strongest);
  }
}
