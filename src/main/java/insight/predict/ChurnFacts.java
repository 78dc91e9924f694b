package insight.predict;

import insight.kernel.CustomerKey;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.runtime.Json;
import insight.segment.CustomerFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The scores in the API's answer about a customer. */
@ApplicationScoped
class ChurnFacts implements CustomerFacts {
  @Inject ChurnScores scores;
  @Inject Grants grants;

  @Override
  public String name() {
    return "scores";
  }

  @Override
  public Optional<JsonValue> of(Person person, Grant grant) {
    Grant personal = grants.of(grant.caller(), Purpose.PERSONALISATION);
    JsonArrayBuilder list = Json.array();
    scores.of(new CustomerKey(person.person()), personal).ifPresent(s -> list.add(brief(s)));
    return Optional.of(list.build());
  }

  private static JsonObject brief(ChurnScore score) {
    return Json.object()
        .add("name", "churn")
        .add("probability", score.probability())
        .add("band", score.band().word())
        .add("days", score.definition().days())
        .add("model", String.valueOf(score.modelId()))
        .add("asOf", score.asOf().toString())
        .build();
  }
}
