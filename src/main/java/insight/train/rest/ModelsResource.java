package insight.train.rest;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Json;
import insight.runtime.JsonBody;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.train.GateRow;
import insight.train.Model;
import insight.train.ModelStep;
import insight.train.Models;
import insight.train.Releases;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Model versions, and their release by two people. */
@Path("models")
@Produces("application/json;charset=UTF-8")
public class ModelsResource {
  private static final int DEEPEST = 8;

  @Inject Models models;
  @Inject Releases releases;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject list(@QueryParam("task") @Nullable String task) {
    List<Model> versions = task == null ? models.list() : models.list(task);
    JsonArrayBuilder items = Json.array();
    versions.forEach(model -> items.add(json(model, api.locale())));
    return Json.object().add("items", items).build();
  }

  @GET
  @Path("{id}")
  @Needs(Scope.READ)
  public JsonObject model(@PathParam("id") long id) {
    Model model = models.required(id);
    JsonArrayBuilder steps = Json.array();
    releases.steps(model.task()).stream()
        .filter(step -> step.modelId() == id)
        .forEach(step -> steps.add(json(step)));
    return Json.object(json(model, api.locale())).add("steps", steps).build();
  }

  /** Asks that the version go live; {@code {"reason"?,"override"?}}. */
  @POST
  @Path("{id}/release-request")
  @Needs(Scope.TRAIN)
  public JsonObject request(@PathParam("id") long id, byte[] body) {
    return json(
        releases.request(
            id, text(read(body), "reason"), text(read(body), "override"), api.caller()),
        api.locale());
  }

  /** Lets the version go live; by another user than who asked. */
  @POST
  @Path("{id}/approval")
  @Needs(Scope.TRAIN)
  public JsonObject approve(@PathParam("id") long id, byte[] body) {
    return json(releases.approve(id, text(read(body), "reason"), api.caller()), api.locale());
  }

  /** Sends the version back among the candidates; {@code {"reason"}}. */
  @POST
  @Path("{id}/rejection")
  @Needs(Scope.TRAIN)
  public JsonObject reject(@PathParam("id") long id, byte[] body) {
    return json(
        releases.reject(id, text(read(body), "reason").orElse(""), api.caller()), api.locale());
  }

  /** Puts the version back that was live before this one; answers that one. */
  @POST
  @Path("{id}/rollback")
  @Needs(Scope.TRAIN)
  public JsonObject rollBack(@PathParam("id") long id, byte[] body) {
    String reason =
        text(read(body), "reason").orElse(Texts.of(api.locale(), "train.release.byApi"));
    return json(releases.rollBack(id, reason, api.caller()), api.locale());
  }

  /** Takes a version that never went live out of the way; {@code {"reason"}}. */
  @POST
  @Path("{id}/retirement")
  @Needs(Scope.TRAIN)
  public JsonObject retire(@PathParam("id") long id, byte[] body) {
    return json(
        releases.retire(id, text(read(body), "reason").orElse(""), api.caller()), api.locale());
  }

  /** Nothing at all is as good as {@code {}}. */
  private static JsonObject read(byte[] body) {
    return body.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : JsonBody.object(body, DEEPEST);
  }

  private static Optional<String> text(JsonObject body, String name) {
    JsonValue value = body.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw Refused.invalid("/" + name, "train.body.text", name);
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
        .add("gate", gate(model, locale))
        .add("passes", model.passes())
        .add("requestedBy", Json.value(model.requestedBy().orElse(null)))
        .add("overrideReason", Json.value(model.overrideReason().orElse(null)))
        .add("approvedBy", Json.value(model.approvedBy().orElse(null)))
        .build();
  }

  private static JsonArrayBuilder gate(Model model, Locale locale) {
    JsonArrayBuilder rows = Json.array();
    for (GateRow row : model.gate()) {
      rows.add(
          Json.object()
              .add("rule", row.key())
              .add("title", row.title(locale))
              .add("outcome", row.outcome().word())
              .add("measured", row.measured())
              .add("limit", row.limit())
              .add("n", row.n()));
    }
    return rows;
  }

  private static JsonObjectBuilder json(ModelStep step) {
    return Json.object()
        .add("state", step.state().word())
        .add("at", step.at().toString())
        .add("actor", step.actor())
        .add("reason", Json.value(step.reason().orElse(null)));
  }
}
