package insight.predict.rest;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.predict.ChurnScore;
import insight.predict.ChurnScores;
import insight.predict.ChurnWords;
import insight.prepare.Snapshot;
import insight.prepare.Snapshots;
import insight.privacy.Grants;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import insight.segment.CustomerProfiles;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores of customers. Intent and demand: described in the contract, built in later steps. */
@Path("")
@Produces("application/json;charset=UTF-8")
@Needs(Scope.READ)
public class PredictionsResource {
  @Inject ChurnScores scores;
  @Inject CustomerProfiles profiles;
  @Inject Snapshots snapshots;
  @Inject Grants grants;
  @Inject ApiCaller api;

  /** How likely the customer is to leave, and why. */
  @GET
  @Path("predictions/churn")
  public JsonObject churn(
      @QueryParam("customer") @Nullable String customer,
      @QueryParam("source") @Nullable String source) {
    if (customer == null || customer.isBlank()) {
      throw Refused.invalid("/customer", "runtime.api.missing", "customer");
    }
    Person person = profiles.person(customer, Optional.ofNullable(source));
    if (scores.definition().isEmpty()) {
      throw Refused.notFound("predict.none");
    }
    return scores
        .of(new CustomerKey(person.person()), grants.of(api.caller(), Purpose.PERSONALISATION))
        .map(this::json)
        .orElseThrow(() -> Refused.notFound("predict.unknownCustomer", customer));
  }

  private JsonObject json(ChurnScore score) {
    Optional<String> currency =
        snapshots.newest(Snapshot.Kind.CUSTOMER_FEATURES).flatMap(Snapshot.Header::currency);
    JsonArrayBuilder reasons = Json.array();
    for (ChurnScore.Reason reason : score.reasons()) {
      reasons.add(
          Json.object()
              .add("feature", reason.feature())
              .add("value", Json.value(reason.value()))
              .add("points", reason.points())
              .add("words", ChurnWords.reason(reason, currency, api.locale())));
    }
    return Json.object()
        .add("customer", score.customer().toString())
        .add("probability", score.probability())
        .add("band", score.band().word())
        .add(
            "definition",
            Json.object()
                .add("days", score.definition().days())
                .add("words", score.definition().words(api.locale())))
        .add("reasons", reasons)
        .add(
            "model",
            Json.object()
                .add("id", String.valueOf(score.modelId()))
                .add("version", score.version()))
        .add("asOf", score.asOf().toString())
        .build();
  }

  @GET
  @Path("predictions/intent")
  public Response intent() {
    return Problem.notYet(api.locale());
  }

  @GET
  @Path("forecasts")
  public Response forecasts() {
    return Problem.notYet(api.locale());
  }
}
