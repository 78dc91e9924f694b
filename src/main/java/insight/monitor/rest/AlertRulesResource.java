package insight.monitor.rest;

import insight.kernel.Refused;
import insight.monitor.AlertRule;
import insight.monitor.AlertRules;
import insight.monitor.Condition;
import insight.monitor.Metric;
import insight.monitor.Severity;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Rules that watch. */
@Path("alert-rules")
@Produces("application/json;charset=UTF-8")
public class AlertRulesResource {
  @Inject AlertRules rules;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject list() {
    JsonArrayBuilder items = Json.array();
    rules.all().forEach(rule -> items.add(json(rule)));
    return Json.object().add("items", items).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.ACT)
  public Response create(JsonObject body) {
    if (body.get("condition") instanceof JsonObject condition && condition.containsKey("anomaly")) {
      return Problem.notYet(api.locale());
    }
    AlertRule rule = rules.create(draft(body), api.caller());
    return Response.status(201).entity(json(rule).build()).build();
  }

  @DELETE
  @Path("{id}")
  @Needs(Scope.ACT)
  public Response delete(@PathParam("id") long id) {
    rules.delete(id, api.caller());
    return Response.noContent().build();
  }

  private static AlertRule.Draft draft(JsonObject body) {
    return new AlertRule.Draft(
        text(body, "name"),
        Metric.of(text(body, "metric")),
        condition(body),
        duration(body, "window", "P1D"),
        duration(body, "for", "PT0S"),
        Severity.of(body.containsKey("severity") ? text(body, "severity") : "warning"),
        channels(body));
  }

  private static Condition condition(JsonObject body) {
    if (body.get("condition") instanceof JsonObject condition) {
      return Condition.of(condition);
    }
    throw Refused.invalid("/condition", "monitor.rule.condition");
  }

  private static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text && !text.getString().isBlank()) {
      return text.getString().strip();
    }
    throw Refused.invalid("/" + name, "runtime.api.missing", name);
  }

  private static Duration duration(JsonObject body, String name, String preset) {
    if (!body.containsKey(name)) {
      return Duration.parse(preset);
    }
    String text = text(body, name);
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw Refused.invalid("/" + name, "monitor.rule.duration", text);
    }
  }

  private static List<String> channels(JsonObject body) {
    JsonValue value = body.getOrDefault("channels", JsonValue.EMPTY_JSON_ARRAY);
    if (!(value instanceof JsonArray array)) {
      throw Refused.invalid("/channels", "monitor.rule.channels");
    }
    List<String> channels = new ArrayList<>();
    for (JsonValue channel : array) {
      if (!(channel instanceof JsonString text)) {
        throw Refused.invalid("/channels/" + channels.size(), "monitor.rule.channels");
      }
      channels.add(text.getString());
    }
    return channels;
  }

  static JsonObjectBuilder json(AlertRule rule) {
    return Json.object()
        .add("id", String.valueOf(rule.id()))
        .add("name", rule.name())
        .add("metric", rule.metric().id())
        .add("condition", rule.condition().json())
        .add("window", rule.window().toString())
        .add("for", rule.holds().toString())
        .add("severity", rule.severity().word())
        .add("channels", Json.value(rule.channels()))
        .add("owner", rule.owner())
        .add("createdAt", rule.createdAt().toString());
  }
}
