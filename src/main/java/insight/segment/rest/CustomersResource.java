package insight.segment.rest;

import insight.collect.Customers;
import insight.privacy.Consents;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.privacy.Purpose;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import insight.segment.CustomerFacts;
import insight.segment.CustomerProfile;
import insight.segment.CustomerProfiles;
import insight.segment.FeatureWords;
import insight.segment.Membership;
import insight.segment.Memberships;
import insight.segment.Rfm;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One customer: deeds, stage, scores, segment and why, and what other stages know. */
@Path("customers/{id}")
@Produces("application/json;charset=UTF-8")
public class CustomersResource {
  private static final List<String> CONSENTS = List.of("marketing", "personalisation");

  @Inject CustomerProfiles profiles;
  @Inject Customers customers;
  @Inject Memberships memberships;
  @Inject Consents consents;
  @Inject @Any Instance<CustomerFacts> facts;
  @Inject ApiCaller api;
  @Inject Readers readers;

  @GET
  @Needs(Scope.READ)
  public JsonObject customer(
      @PathParam("id") String id,
      @QueryParam("source") @Nullable String source,
      @HeaderParam(Readers.PURPOSE) @Nullable String purpose) {
    Grant grant = readers.grant(purpose, Purpose.SERVICE);
    Person person = profiles.person(id, Optional.ofNullable(source));
    CustomerProfile profile = profiles.of(person, grant);
    Optional<Memberships.Standing> standing = memberships.of(person, grant);
    JsonObjectBuilder json =
        Json.object()
            .add("id", profile.key().toString())
            .add("identity", identity(profile, grant))
            .add("profile", profile(profile))
            .add("lifecycle", profile.lifecycle().word())
            .add("rfm", standing.map(s -> rfm(s.rfm())).orElse(JsonValue.NULL))
            .add("segment", standing.map(s -> segment(s.membership())).orElse(JsonValue.NULL))
            .add("scores", Json.array())
            .add("consents", consents(person));
    facts.forEach(fact -> fact.of(person, grant).ifPresent(v -> json.add(fact.name(), v)));
    return json.build();
  }

  private JsonValue identity(CustomerProfile profile, Grant grant) {
    return Optional.ofNullable(
            customers.identities(List.of(profile.key()), grant).get(profile.key()))
        .<JsonValue>map(
            i -> {
              JsonObjectBuilder json =
                  Json.object()
                      .add("shopId", i.shopId())
                      .add("source", i.source())
                      .add("masked", !i.clear());
              i.name().ifPresent(v -> json.add("name", v));
              i.email().ifPresent(v -> json.add("email", v));
              i.phone().ifPresent(v -> json.add("phone", v));
              return json.build();
            })
        .orElse(JsonValue.NULL);
  }

  private static JsonObject profile(CustomerProfile profile) {
    JsonArrayBuilder turnovers = Json.array();
    for (CustomerProfile.Turnover turnover : profile.turnovers()) {
      turnovers.add(
          Json.object()
              .add("orders", turnover.orders())
              .add("sales", SegmentsResource.money(turnover.sales()))
              .add("returns", SegmentsResource.money(turnover.returns()))
              .add("averageOrderValue", SegmentsResource.money(turnover.averageOrder())));
    }
    JsonObjectBuilder json =
        Json.object()
            .add("orders", profile.orders())
            .add("products", profile.products())
            .add("turnover", turnovers)
            .add("countries", Json.value(profile.countries()))
            .add("asOf", profile.asOf().toString());
    profile.firstOrder().ifPresent(at -> json.add("firstOrder", at.toString()));
    profile.lastOrder().ifPresent(at -> json.add("lastOrder", at.toString()));
    profile.lastSeen().ifPresent(at -> json.add("lastSeen", at.toString()));
    return json.build();
  }

  private static JsonValue rfm(Rfm rfm) {
    return Json.object()
        .add("recency", rfm.recency())
        .add("frequency", rfm.frequency())
        .add("monetary", rfm.monetary())
        .build();
  }

  private JsonValue segment(Membership membership) {
    return Json.object()
        .add("id", String.valueOf(membership.segment().id()))
        .add("name", membership.segment().title(api.locale()))
        .add("why", reasons(membership, r -> r.points() > 0))
        .add("against", reasons(membership, r -> r.points() < 0))
        .add("nearest", FeatureWords.nearest(membership, api.locale()))
        .add("asOf", membership.asOf().toString())
        .build();
  }

  private JsonArrayBuilder reasons(Membership membership, Predicate<Membership.Reason> which) {
    JsonArrayBuilder words = Json.array();
    Optional<String> currency = membership.segment().currency();
    membership.reasons().stream()
        .filter(which)
        .forEach(r -> words.add(FeatureWords.reason(r, currency, api.locale())));
    return words;
  }

  /** True or false as the customer said; null where nothing was said. */
  private JsonObjectBuilder consents(Person person) {
    List<Consents.Consent> given = consents.of(person.keys());
    JsonObjectBuilder json = Json.object();
    for (String purpose : CONSENTS) {
      json.add(
          purpose,
          given.stream()
              .filter(c -> c.purpose().equals(purpose))
              .findFirst()
              .map(c -> c.granted() ? JsonValue.TRUE : JsonValue.FALSE)
              .orElse(JsonValue.NULL));
    }
    return json;
  }

  @PUT
  @Path("consents")
  @Needs(Scope.PRIVACY)
  public Response setConsents() {
    return Problem.notYet(api.locale());
  }

  @GET
  @Path("export")
  @Needs(Scope.PRIVACY)
  public Response export() {
    return Problem.notYet(api.locale());
  }

  @DELETE
  @Needs(Scope.PRIVACY)
  public Response forget() {
    return Problem.notYet(api.locale());
  }
}
