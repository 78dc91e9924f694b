package insight.recommend.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import insight.collect.Customers;
import insight.kernel.CustomerKey;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.recommend.FeedbackSink;
import insight.recommend.Qualities;
import insight.recommend.RecommendationQuality;
import insight.recommend.Recommendations;
import insight.runtime.Callers;
import insight.runtime.Settings;
import insight.shell.Page;
import insight.shell.Stage;
import insight.shell.part.AsOf;
import insight.shell.part.Buttons;
import insight.shell.part.Card;
import insight.shell.part.Columns;
import insight.shell.part.EmptyState;
import insight.shell.part.Icons;
import insight.shell.part.Link;
import insight.shell.part.PageBody;
import insight.shell.part.PageHeader;
import insight.shell.part.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;

/** How good the recommendations are, and what one customer gets. */
@Route("recommendations")
@PermitAll
@Page(stage = Stage.ACT, title = "recommend.page.title", order = 10)
public class RecommendationsView extends PageBody implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Qualities qualities;
  private final transient Recommendations recommendations;
  private final transient Customers customers;
  private final ZoneId zone;
  private final TryCustomer trial;

  @Inject
  public RecommendationsView(
      Qualities qualities,
      Recommendations recommendations,
      Customers customers,
      Grants grants,
      Callers callers,
      Settings settings,
      Instance<FeedbackSink> sinks) {
    this.qualities = qualities;
    this.recommendations = recommendations;
    this.customers = customers;
    this.zone = settings.zone();
    this.trial =
        new TryCustomer(
            recommendations,
            customers,
            grants.of(callers.required(), Purpose.PERSONALISATION),
            sinks.stream().findFirst());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    removeAll();
    trial.show(
        new TryCustomer.Asked(
            query.getSingleParameter("customer").flatMap(this::customer),
            query
                .getSingleParameter("new")
                .map(Boolean::parseBoolean)
                .orElseGet(recommendations::newOnly)));
    Optional<RecommendationQuality> live = qualities.live();
    if (live.isPresent()) {
      measured(live.get());
    } else {
      add(header().verdict(Words.of("recommend.page.verdict.none")), nothingYet(), trial);
    }
  }

  /** Links carry the portal's key; what nobody has is left aside. */
  private Optional<CustomerKey> customer(String text) {
    return CustomerKey.parse(text).flatMap(k -> customers.resolve(k.toString(), Optional.empty()));
  }

  private static PageHeader header() {
    return new PageHeader(Words.of("recommend.page.title")).crumb(Stage.ACT.words());
  }

  private void measured(RecommendationQuality live) {
    add(
        header()
            .verdict(QualityParts.verdict(live))
            .actions(
                Buttons.plain(
                    Words.of("recommend.evidence.open"), () -> ModelEvidence.open(live, zone))),
        QualityParts.facts(live),
        QualityParts.comparison(qualities.all()),
        Columns.two(trial, QualityParts.how()),
        new AsOf(live.asOf(), zone)
            .source(Words.of("recommend.page.offline"))
            .link("models?task=rank-products", Words.of("recommend.page.models")));
  }

  private Component nothingYet() {
    boolean candidates = !qualities.all().isEmpty();
    Card card = new Card();
    return candidates
        ? Columns.stack(QualityParts.comparison(qualities.all()))
        : card.flush(
            new EmptyState(
                Icons.FLASK,
                Words.of("recommend.page.empty"),
                Words.of("recommend.page.empty.text"),
                Link.button(
                    "training-runs?task=rank-products", Words.of("recommend.page.train"), true)));
  }
}
