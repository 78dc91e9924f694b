package insight.collect.rest;

import insight.collect.Connections;
import insight.collect.SourceRuns;
import insight.collect.Sources;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How a source lives: changed, paused, run, connected. */
@Path("sources")
@Produces("application/json;charset=UTF-8")
public class SourceLifeResource {
  @Inject Sources sources;
  @Inject SourceRuns runs;
  @Inject Connections connections;
  @Inject ApiCaller api;

  /** Tries a connection that is about to be set. */
  @POST
  @Path("test")
  @Needs(Scope.COLLECT)
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject test(JsonObject body) {
    return answer(connections.test(SourceJson.wanted(body), api.caller()));
  }

  @POST
  @Path("{id}/test")
  @Needs(Scope.COLLECT)
  public JsonObject test(@PathParam("id") int id) {
    return answer(connections.test(id, api.caller()));
  }

  private JsonObject answer(Connections.Answer answer) {
    JsonArrayBuilder rows = Json.array();
    answer.rows().forEach(row -> rows.add(Json.value(row)));
    return Json.object()
        .add("ok", answer.ok())
        .add("detail", answer.words().in(api.locale()))
        .add("columns", Json.value(answer.columns()))
        .add("rows", rows)
        .build();
  }

  @PATCH
  @Path("{id}")
  @Needs(Scope.COLLECT)
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") int id, JsonObject body) {
    return SourceJson.of(
            sources.change(id, SourceJson.change(sources.details(id), body), api.caller()),
            api.locale())
        .build();
  }

  @POST
  @Path("{id}/pause")
  @Needs(Scope.COLLECT)
  public JsonObject pause(@PathParam("id") int id) {
    sources.pause(id, api.caller());
    return SourceJson.of(sources.details(id), api.locale()).build();
  }

  @POST
  @Path("{id}/resume")
  @Needs(Scope.COLLECT)
  public JsonObject resume(@PathParam("id") int id) {
    sources.resume(id, api.caller());
    return SourceJson.of(sources.details(id), api.locale()).build();
  }

  /** A new write key; the old one stops working. */
  @POST
  @Path("{id}/key")
  @Needs(Scope.COLLECT)
  public JsonObject key(@PathParam("id") int id) {
    return Json.object().add("writeKey", sources.rotateKey(id, api.caller())).build();
  }

  /** Runs the source's query now. */
  @POST
  @Path("{id}/runs")
  @Needs(Scope.COLLECT)
  public Response run(@PathParam("id") int id) {
    long job = runs.start(id, api.caller());
    return Response.accepted(Json.object().add("id", String.valueOf(job)).build())
        .header("Location", "/api/v1/jobs/" + job)
        .build();
  }
}
