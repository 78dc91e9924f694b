package insight.recommend.rest;

import insight.collect.Customers;
import insight.kernel.CustomerKey;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.recommend.RecommendationList;
import insight.recommend.Recommendations;
import insight.recommend.Recommended;
import insight.recommend.Wish;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to show whom, for shops. */
@Path("recommendations")
@Produces("application/json;charset=UTF-8")
@Needs(Scope.READ)
public class RecommendationsResource {
  @Inject Recommendations recommendations;
  @Inject Customers customers;
  @Inject Grants grants;
  @Inject ApiCaller api;

  @GET
  public JsonObject list(
      @QueryParam("customer") @Nullable String customer,
      @QueryParam("source") @Nullable String source,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("context") @Nullable String context,
      @QueryParam("new") @Nullable String newOnly) {
    Wish wish = Parameters.wish(limit, newOnly, context);
    Grant grant = grants.of(api.caller(), Purpose.PERSONALISATION);
    Optional<CustomerKey> key =
        Parameters.given(customer).flatMap(c -> customers.resolve(c, Parameters.given(source)));
    return json(recommendations.forCustomer(grant, key, wish), api.locale());
  }

  static JsonObject json(RecommendationList list, Locale locale) {
    JsonArrayBuilder items = Json.array();
    list.items().forEach(item -> items.add(json(item, locale)));
    return Json.object()
        .add("items", items)
        .add("model", list.model())
        .add("fallback", list.fallback().word())
        .build();
  }

  private static JsonObjectBuilder json(Recommended item, Locale locale) {
    JsonArrayBuilder because = Json.array();
    for (Recommended.Because each : item.because()) {
      because.add(
          Json.object()
              .add("product", each.product())
              .add("name", each.name())
              .add("both", each.both())
              .add("buyers", each.buyers())
              .add("bought", each.bought()));
    }
    return Json.object()
        .add("product", item.product())
        .add("name", item.name())
        .add("score", item.score())
        .add("reason", item.reason(locale))
        .add("because", because);
  }
}
