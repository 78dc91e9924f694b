package insight.predict;

import insight.privacy.Holder;
import insight.privacy.Holder.Person;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The scores of a person. */
@ApplicationScoped
class PredictHolder implements Holder {
  @Inject Jdbi jdbi;

  private record Row(double probability, int days, Instant cutoff) {}

  @Override
  public Set<String> tables() {
    return Set.of("pd_score");
  }

  @Override
  public JsonValue export(Person person) {
    JsonArrayBuilder list = Json.array();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    select s.probability, r.days, r.cutoff from pd_score s
                    join pd_scoring r on r.id = s.scoring_id
                    where s.person = any(:keys) order by r.id""")
                .bind("keys", person.keyArray())
                .mapTo(Row.class)
                .forEach(
                    row ->
                        list.add(
                            Json.object()
                                .add("asOf", row.cutoff().toString())
                                .add("noOrderWithinDays", row.days())
                                .add("probability", row.probability()))));
    return Json.object().add("churn", list).build();
  }

  @Override
  public Outcome forget(Person person) {
    return new Outcome(
        "predict",
        jdbi.withHandle(
            h ->
                h.createUpdate("delete from pd_score where person = any(:keys)")
                    .bind("keys", person.keyArray())
                    .execute()));
  }
}
