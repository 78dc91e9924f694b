package insight.prepare.feature;

import static insight.prepare.feature.Family.BROWSING;
import static insight.prepare.feature.Measure.COUNT;
import static insight.prepare.feature.Measure.DAYS;
import static insight.prepare.feature.Measure.NUMBER;
import static insight.prepare.feature.Measure.SECONDS;
import static insight.prepare.feature.Measure.SHARE;

import java.util.List;

/** What a person looks at, looks for and puts into the cart. */
final class BrowsingFeatures {
  private BrowsingFeatures() {}

  private static Feature visit(String id, Measure measure, String sql) {
    return Feature.of(id, BROWSING, Grain.VISIT, measure, sql);
  }

  private static Feature person(String id, String sql) {
    return Feature.of(id, BROWSING, Grain.PERSON, NUMBER, sql);
  }

  private static Feature within(Window window, String id, String sql) {
    return Feature.within(window, id, BROWSING, Grain.VISIT, COUNT, sql);
  }

  private static Feature sum(Window window, String id, String column) {
    return within(window, id, "coalesce(sum(" + column + ") filter (where {in}), 0)");
  }

  /** How long before the cut-off, of a column with a moment. */
  private static Feature ago(String id, String column) {
    return visit(id, DAYS, "extract(epoch from :cutoff - max(" + column + "))::float8 / 86400");
  }

  static List<Feature> all() {
    return List.of(
        visit("visits", COUNT, "count(*)"),
        within(Window.DAYS_30, "visits30", "count(*) filter (where {in})"),
        ago("lastVisitDays", "at"),
        visit("bounceShare", SHARE, "count(*) filter (where events = 1)::float8 / count(*)"),
        visit("views", COUNT, "sum(views)"),
        sum(Window.DAYS_7, "views7", "views"),
        sum(Window.DAYS_30, "views30", "views"),
        sum(Window.DAYS_90, "views90", "views"),
        visit("viewsPerVisit", NUMBER, "sum(views)::float8 / count(*)"),
        ago("lastViewDays", "viewed"),
        visit("meanDwellSeconds", SECONDS, "sum(dwell)::float8 / nullif(sum(dwelt), 0)"),
        visit("pageViews", COUNT, "sum(pages)"),
        visit("searches", COUNT, "sum(searches)"),
        sum(Window.DAYS_30, "searches30", "searches"),
        visit("cartAdds", COUNT, "sum(adds)"),
        sum(Window.DAYS_30, "cartAdds30", "adds"),
        visit("cartRemovals", COUNT, "sum(removals)"),
        visit("checkouts", COUNT, "sum(checkouts)"),
        Feature.of(
            "cartAbandonShare",
            BROWSING,
            Grain.CART,
            SHARE,
            "count(*) filter (where not ordered)::float8 / count(*)"),
        person("viewToCart", "cart_adds::float8 / nullif(views, 0)"),
        person("cartToOrder", "frequency::float8 / nullif(cart_adds, 0)"),
        person("viewToOrder", "frequency::float8 / nullif(views, 0)"));
  }
}
