package insight.recommend.ui;

import com.vaadin.flow.component.Component;
import insight.kernel.CustomerKey;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.recommend.Fallback;
import insight.recommend.FeedbackSink;
import insight.recommend.RecommendationList;
import insight.recommend.Recommendations;
import insight.recommend.Wish;
import insight.segment.ui.CustomerPanel;
import insight.shell.part.Badge;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** What to show this customer next, on the customer page. */
@ApplicationScoped
class RecommendationsPanel implements CustomerPanel {
  private static final int SHOWN = 5;

  @Inject Recommendations recommendations;
  @Inject Grants grants;
  @Inject Instance<FeedbackSink> sinks;

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String title() {
    return "recommend.panel.title";
  }

  @Override
  public Optional<Component> create(Person person, Grant grant) {
    CustomerKey customer = new CustomerKey(person.person());
    Grant personal = grants.of(grant.caller(), Purpose.PERSONALISATION);
    RecommendationList list = list(personal, customer);
    if (list.items().isEmpty()) {
      return Optional.empty();
    }
    Optional<RecommendedRows.Thumbs> thumbs =
        sinks.stream()
            .findFirst()
            .map(sink -> new RecommendedRows.Thumbs(sink, grant.caller(), customer));
    boolean popular = list.fallback() == Fallback.POPULARITY;
    return Optional.of(
        new Card(Words.of(title()))
            .badge(Badge.neutral(popular ? Words.of("recommend.try.popular") : list.model()))
            .say(popular ? Words.of("recommend.try.say.popular") : "")
            .flush(new RecommendedRows(list, () -> list(personal, customer), thumbs))
            .foot(
                Link.quiet(
                    "recommendations?customer=" + customer, Words.of("recommend.panel.more"))));
  }

  private RecommendationList list(Grant personal, CustomerKey customer) {
    return recommendations.forCustomer(personal, Optional.of(customer), Wish.of(SHOWN));
  }
}
