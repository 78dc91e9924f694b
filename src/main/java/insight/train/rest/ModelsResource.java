package insight.train.rest;

import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import insight.train.Model;
import insight.train.Models;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Model versions. Their release by two people comes later. */
@Path("models")
@Produces("application/json;charset=UTF-8")
public class ModelsResource {
  @Inject Models models;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject list(@QueryParam("task") @Nullable String task) {
    List<Model> versions = task == null ? models.list() : models.list(task);
    JsonArrayBuilder items = Json.array();
    versions.forEach(model -> items.add(json(model, api.locale())));
    return Json.object().add("items", items).build();
  }

  @POST
  @Path("{id}/{step:release-request|approval|rollback}")
  @Needs(Scope.TRAIN)
  public Response release(@PathParam("id") long id) {
    models.required(id);
    return Problem.notYet(api.locale());
  }

  static JsonObject json(Model model, Locale locale) {
    return Json.object()
        .add("id", String.valueOf(model.id()))
        .add("task", model.task())
        .add("trainer", model.trainer())
        .add("version", model.number())
        .add("state", model.state().word())
        .add("run", String.valueOf(model.runId()))
        .add("verdict", model.verdict(locale))
        .add("createdAt", model.createdAt().toString())
        .add("liveFrom", Json.value(model.liveFrom().map(Instant::toString).orElse(null)))
        .add("liveTo", Json.value(model.liveTo().map(Instant::toString).orElse(null)))
        .build();
  }
}
