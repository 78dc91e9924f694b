package insight.monitor.rest;

import insight.kernel.Refused;
import insight.monitor.Alert;
import insight.monitor.Alerts;
import insight.runtime.Json;
import insight.runtime.JsonBody;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts: what fired, and taking one on. */
@Path("alerts")
@Produces("application/json;charset=UTF-8")
public class AlertsResource {
  private static final int MOST = 500;

  /** A note is one text in one object. */
  private static final int DEEPEST = 4;

  @Inject Alerts alerts;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int size = (int) number("/limit", limit, MOST);
    long before = cursor == null ? Long.MAX_VALUE : number("/cursor", cursor, Long.MAX_VALUE);
    List<Alert> found = alerts.list(states(state), before, size + 1);
    JsonArrayBuilder items = Json.array();
    found.stream().limit(size).forEach(alert -> items.add(json(alert)));
    JsonObjectBuilder json = Json.object().add("items", items);
    if (found.size() > size) {
      json.add("next", String.valueOf(found.get(size - 1).id()));
    }
    return json.build();
  }

  /** The body may hold a note; it may also be missing. */
  @POST
  @Path("{id}/acknowledgement")
  @Needs(Scope.ACT)
  public JsonObject acknowledge(@PathParam("id") long id, @Nullable String body) {
    Optional<String> note =
        Optional.ofNullable(body)
            .filter(text -> !text.isBlank())
            .map(
                text -> JsonBody.object(text.getBytes(StandardCharsets.UTF_8), DEEPEST).get("note"))
            .filter(JsonString.class::isInstance)
            .map(value -> ((JsonString) value).getString().strip())
            .filter(text -> !text.isEmpty());
    return json(alerts.acknowledge(id, api.caller(), note)).build();
  }

  private static Set<Alert.State> states(@Nullable String state) {
    if (state == null || state.isBlank()) {
      return EnumSet.allOf(Alert.State.class);
    }
    return Set.of(
        Alert.State.of(state)
            .orElseThrow(() -> Refused.invalid("/state", "monitor.alert.state.unknown", state)));
  }

  private static long number(String pointer, String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw Refused.invalid(pointer, "runtime.api.number", text, "1", String.valueOf(most));
    }
    throw Refused.invalid(pointer, "runtime.api.number", text, "1", String.valueOf(most));
  }

  private static JsonObjectBuilder json(Alert alert) {
    return Json.object()
        .add("id", String.valueOf(alert.id()))
        .add(
            "rule",
            Json.object()
                .add("id", String.valueOf(alert.rule().id()))
                .add("name", alert.rule().name()))
        .add("metric", alert.rule().metric().id())
        .add("severity", alert.rule().severity().word())
        .add("state", alert.state().word())
        .add("value", Json.value(alert.value()))
        .add("condition", alert.rule().condition().json())
        .add("raisedAt", alert.raisedAt().toString())
        .add("changedAt", alert.changedAt().toString())
        .add("acknowledgedBy", Json.value(alert.acknowledgedBy().orElse(null)))
        .add("resolvedAt", Json.value(alert.resolvedAt().map(Instant::toString).orElse(null)));
  }
}
