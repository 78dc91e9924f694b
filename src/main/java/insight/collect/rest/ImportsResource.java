package insight.collect.rest;

import insight.collect.Imports;
import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What became of the lines of an import. */
@Path("imports")
@Produces("application/json;charset=UTF-8")
public class ImportsResource {
  @Inject Imports imports;
  @Inject Grants grants;
  @Inject ApiCaller api;

  /**
   * Lines that were not taken. Mending a delivery is service to the shop, unless said otherwise.
   */
  @GET
  @Path("{id}/rejects")
  @Needs(Scope.READ)
  public JsonObject rejects(
      @PathParam("id") long id,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") long cursor,
      @HeaderParam("Insight-Purpose") @DefaultValue("service") String purpose) {
    Grant grant = grants.of(api.caller(), Purpose.of(purpose));
    int most = Math.clamp(limit, 1, 1000);
    List<Imports.Rejected> rejects = imports.rejects(id, cursor, most, grant);
    JsonArrayBuilder items = Json.array();
    for (Imports.Rejected reject : rejects) {
      items.add(
          Json.object()
              .add("line", reject.line())
              .add("column", reject.column())
              .add("value", reject.value())
              .add("reason", reject.reason().in(api.locale())));
    }
    JsonObjectBuilder page = Json.object().add("items", items);
    if (rejects.size() == most) {
      page.add("next", String.valueOf(rejects.getLast().line()));
    }
    return page.build();
  }

  /** Undoes the import; the answer comes before it is done. */
  @POST
  @Path("{id}/reversal")
  @Needs(Scope.COLLECT)
  public Response reversal(@PathParam("id") long id) {
    long job = imports.reverse(id, api.caller());
    return Response.accepted(Json.object().add("id", String.valueOf(job)).build())
        .location(URI.create("/api/v1/jobs/" + job))
        .build();
  }
}
