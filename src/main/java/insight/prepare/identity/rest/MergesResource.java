package insight.prepare.identity.rest;

import insight.collect.Customers;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.prepare.identity.Merge;
import insight.prepare.identity.Merges;
import insight.prepare.identity.NewMerge;
import insight.prepare.identity.PersonField;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Which customers were said to be one person. */
@Path("merges")
@Produces("application/json;charset=UTF-8")
public class MergesResource {
  private static final int MOST = 200;

  @Inject Merges merges;
  @Inject Customers customers;
  @Inject ApiCaller api;

  /** The newest first; {@code cursor} is how many to leave out. */
  @GET
  @Needs(Scope.READ)
  public JsonObject list(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") @DefaultValue("0") int cursor) {
    if (limit < 1 || limit > MOST || cursor < 0) {
      throw Refused.invalid("/limit", "runtime.api.number", limit, 1, MOST);
    }
    List<Merge> found = merges.newest(limit + 1, cursor);
    JsonArrayBuilder items = Json.array();
    found.stream().limit(limit).forEach(m -> items.add(json(m)));
    JsonObjectBuilder body = Json.object().add("items", items);
    if (found.size() > limit) {
      body.add("next", String.valueOf(cursor + limit));
    }
    return body.build();
  }

  /** {@code {"customers":[…], "survivor"?, "fields"?:{"email": customer}}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.ACT)
  public Response create(JsonObject body) {
    if (!(body.get("customers") instanceof JsonArray named) || named.size() < 2) {
      throw Refused.invalid("/customers", "prepare.identity.keys");
    }
    Set<Long> keys = new LinkedHashSet<>();
    for (int i = 0; i < named.size(); i++) {
      keys.add(customer(named.get(i), "/customers/" + i));
    }
    Optional<Long> survivor =
        Optional.ofNullable(body.get("survivor")).map(v -> customer(v, "/survivor"));
    Map<PersonField, Long> fields = new EnumMap<>(PersonField.class);
    if (body.get("fields") instanceof JsonObject chosen) {
      chosen.forEach((f, v) -> fields.put(PersonField.of(f), customer(v, "/fields/" + f)));
    }
    Merge merge =
        merges.merge(
            new NewMerge(
                List.copyOf(keys), survivor, fields, List.of(Merge.MANUAL), OptionalDouble.empty()),
            api.caller());
    return Response.status(201).entity(json(merge).build()).build();
  }

  private long customer(JsonValue value, String pointer) {
    if (value instanceof JsonString text) {
      return customers
          .resolve(text.getString(), Optional.empty())
          .map(CustomerKey::value)
          .orElseThrow(() -> Refused.invalid(pointer, "collect.customer.unknown"));
    }
    throw Refused.invalid(pointer, "collect.customer.unknown");
  }

  /** {@code again=true}: the pair may be proposed again; otherwise it counts as not the same. */
  @DELETE
  @Path("{id}")
  @Needs(Scope.ACT)
  public Response undo(
      @PathParam("id") long id, @QueryParam("again") @DefaultValue("false") boolean again) {
    merges.undo(id, again, api.caller());
    return Response.noContent().build();
  }

  private static JsonObjectBuilder json(Merge merge) {
    JsonObjectBuilder fields = Json.object();
    merge.fields().forEach((f, key) -> fields.add(f.word(), new CustomerKey(key).toString()));
    JsonObjectBuilder json =
        Json.object()
            .add("id", String.valueOf(merge.id()))
            .add(
                "customers",
                Json.value(merge.keys().stream().map(k -> new CustomerKey(k).toString()).toList()))
            .add("survivor", new CustomerKey(merge.survivor()).toString())
            .add("fields", fields)
            .add("evidence", Json.value(merge.evidence()))
            .add("by", merge.by())
            .add("at", merge.at().toString());
    merge.score().ifPresent(score -> json.add("score", score));
    merge.undone().ifPresent(u -> json.add("undoneBy", u.by()).add("undoneAt", u.at().toString()));
    return json;
  }
}
