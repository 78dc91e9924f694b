package insight.predict.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import insight.kernel.CustomerKey;
import insight.kernel.Numbers;
import insight.predict.ChurnScore;
import insight.predict.ChurnScores;
import insight.predict.ChurnWords;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.segment.ui.CustomerPanel;
import insight.shell.part.Card;
import insight.shell.part.Link;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How likely this customer is to leave, and why, on the customer page. */
@ApplicationScoped
class ChurnPanel implements CustomerPanel {
  @Inject ChurnScores scores;
  @Inject Snapshots snapshots;
  @Inject Grants grants;

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String title() {
    return "predict.panel.title";
  }

  @Override
  public Optional<Component> create(Person person, Grant grant) {
    Grant personal = grants.of(grant.caller(), Purpose.PERSONALISATION);
    return scores.of(new CustomerKey(person.person()), personal).map(this::card);
  }

  private Component card(ChurnScore score) {
    Optional<String> currency =
        snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES).flatMap(Snapshot.Header::currency);
    UnorderedList reasons = new UnorderedList();
    score
        .reasons()
        .forEach(r -> reasons.add(new ListItem(ChurnWords.reason(r, currency, Words.locale()))));
    return new Card(Words.of(title()))
        .badge(PredictionsView.badge(score.band()))
        .say(
            Words.of(
                "predict.panel.say",
                Numbers.percent(score.probability(), 0, Words.locale()),
                score.definition().days()))
        .body(reasons)
        .foot(
            Link.quiet(
                "models/" + score.modelId(), Words.of("predict.model.version", score.version())));
  }
}
