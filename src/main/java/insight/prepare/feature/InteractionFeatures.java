package insight.prepare.feature;

import static insight.prepare.feature.Family.INTERACTION;
import static insight.prepare.feature.Measure.COUNT;
import static insight.prepare.feature.Measure.NUMBER;
import static insight.prepare.feature.Measure.SHARE;

import java.util.List;

/** What a person says and passes on. */
final class InteractionFeatures {
  private InteractionFeatures() {}

  private static Feature of(String id, Measure measure, String sql) {
    return Feature.of(id, INTERACTION, Grain.EVENT, measure, sql);
  }

  private static Feature count(String id, int kind) {
    return of(id, COUNT, "count(*) filter (where kind = " + kind + ")");
  }

  /** The mean of a column over the events of a kind that have it. */
  private static Feature mean(String id, Measure measure, int kind) {
    String of = " filter (where kind = " + kind + ")";
    return of(id, measure, "sum(rating)" + of + "::float8 / nullif(count(rating)" + of + ", 0)");
  }

  static List<Feature> all() {
    return List.of(
        count("reviews", 10),
        Feature.within(
            Window.DAYS_365,
            "reviews365",
            INTERACTION,
            Grain.EVENT,
            COUNT,
            "count(*) filter (where kind = 10 and {in})"),
        mean("meanRating", NUMBER, 10),
        of(
            "lowRatingShare",
            SHARE,
            "count(*) filter (where kind = 10 and rating <= 2)::float8"
                + " / nullif(count(rating) filter (where kind = 10), 0)"),
        count("shares", 11),
        count("follows", 12),
        count("couponsApplied", 13),
        count("surveys", 14),
        mean("surveyScore", NUMBER, 14),
        count("feedbacks", 15),
        mean("feedbackPositiveShare", SHARE, 15));
  }
}
