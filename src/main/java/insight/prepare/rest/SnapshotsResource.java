package insight.prepare.rest;

import insight.kernel.Refused;
import insight.prepare.FreezeJob;
import insight.prepare.Snapshot;
import insight.prepare.SnapshotChange;
import insight.prepare.SnapshotChanges;
import insight.prepare.Snapshots;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Freezes customer features on request, tells what was frozen and what changed since. */
@Path("snapshots")
@Produces("application/json;charset=UTF-8")
public class SnapshotsResource {
  private static final int SHOWN = 100;

  @Inject FreezeJob.Asking asking;
  @Inject Snapshots snapshots;
  @Inject SnapshotChanges changes;
  @Inject ApiCaller api;

  /** {@code {"to": "2026-01-01T00:00:00Z"}}; without it, just after the newest sale. */
  @POST
  @Needs(Scope.TRAIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response freeze(JsonObject body) {
    long id = asking.freeze(to(body), api.caller().name());
    return Response.accepted(Json.object().add("id", String.valueOf(id)).build())
        .location(URI.create("/api/v1/jobs/" + id))
        .build();
  }

  private static Optional<Instant> to(JsonObject body) {
    JsonValue to = body.getOrDefault("to", JsonValue.NULL);
    if (to == JsonValue.NULL) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(((JsonString) to).getString()).toInstant());
    } catch (DateTimeException | ClassCastException e) {
      throw Refused.invalid("/to", "prepare.freeze.to", to.toString());
    }
  }

  @GET
  @Needs(Scope.READ)
  public JsonObject list() {
    JsonArrayBuilder items = Json.array();
    snapshots.newest(SHOWN).forEach(header -> items.add(json(header)));
    return Json.object().add("items", items).build();
  }

  @GET
  @Path("{id}")
  @Needs(Scope.READ)
  public JsonObject one(@PathParam("id") long id) {
    return json(snapshots.required(id)).build();
  }

  /** What changed since the snapshot before, or since {@code ?since=}. */
  @GET
  @Path("{id}/change")
  @Needs(Scope.READ)
  public JsonObject change(@PathParam("id") long id, @QueryParam("since") @Nullable Long since) {
    long before =
        Optional.ofNullable(since)
            .or(() -> changes.before(id))
            .orElseThrow(() -> Refused.unprocessable("prepare.compare.first", String.valueOf(id)));
    SnapshotChange change = changes.between(before, id);
    JsonArrayBuilder moved = Json.array();
    change.features().forEach(m -> moved.add(json(m)));
    JsonArrayBuilder redefined = Json.array();
    change.redefined().forEach(redefined::add);
    return Json.object()
        .add("before", json(change.before()))
        .add("now", json(change.now()))
        .add("stayed", change.stayed())
        .add("added", change.added())
        .add("left", change.left())
        .add("redefined", redefined)
        .add("features", moved)
        .build();
  }

  private static JsonObjectBuilder json(SnapshotChange.Moved moved) {
    JsonObjectBuilder json =
        Json.object()
            .add("feature", moved.feature())
            .add("psi", moved.psi())
            .add("drift", moved.drift().word())
            .add("missingBefore", moved.missingBefore())
            .add("missing", moved.missing());
    moved.meanBefore().ifPresent(v -> json.add("meanBefore", v));
    moved.mean().ifPresent(v -> json.add("mean", v));
    return json;
  }

  private static JsonObjectBuilder json(Snapshot.Header header) {
    return Json.object()
        .add("id", String.valueOf(header.id()))
        .add("kind", header.kind().word())
        .add("cutoff", header.cutoff().toString())
        .add("rows", header.rows())
        .add("hash", header.hash())
        .add("definition", header.definition())
        .add("createdAt", header.createdAt().toString())
        .add("createdBy", header.createdBy());
  }
}
