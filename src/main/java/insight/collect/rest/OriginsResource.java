package insight.collect.rest;

import insight.collect.Origins;
import insight.collect.Source;
import insight.collect.Sources;
import insight.kernel.Refused;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** The web sites whose pages may send to a source from a browser. */
@Path("sources/{id}/origins")
@Produces("application/json;charset=UTF-8")
public class OriginsResource {
  @Inject Origins origins;
  @Inject Sources sources;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject list(@PathParam("id") String id) {
    return json(origins.of(source(id).id()));
  }

  @PUT
  @Needs(Scope.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject replace(@PathParam("id") String id, JsonObject body) {
    Source source = source(id);
    if (!(body.get("origins") instanceof JsonArray list)) {
      throw Refused.invalid("/origins", "collect.origin.list");
    }
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonValue value = list.get(i);
      if (!(value instanceof JsonString text)) {
        throw Refused.invalid("/origins/" + i, "collect.origin.list");
      }
      wanted.add(text.getString());
    }
    return json(origins.set(source, wanted, api.caller()));
  }

  private Source source(String id) {
    return sources.byNameOrId(id).orElseThrow(() -> Refused.notFound("collect.source.unknown", id));
  }

  private static JsonObject json(List<String> origins) {
    return Json.object().add("origins", Json.value(origins)).build();
  }
}
