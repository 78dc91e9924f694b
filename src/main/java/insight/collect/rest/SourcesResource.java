package insight.collect.rest;

import insight.collect.Deliveries;
import insight.collect.DryRuns;
import insight.collect.Imports;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.Sources;
import insight.kernel.Refused;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Data sources, and the files they deliver. */
@Path("sources")
@Produces("application/json;charset=UTF-8")
public class SourcesResource {
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");

  @Inject Sources sources;
  @Inject Imports imports;
  @Inject DryRuns dryRuns;
  @Inject Deliveries deliveries;
  @Inject ApiCaller api;

  @POST
  @Needs(Scope.COLLECT)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonObject body) {
    NewSource wanted =
        new NewSource(
            text(body, "name").orElseThrow(() -> missing("name")),
            text(body, "kind").orElseThrow(() -> missing("kind")),
            text(body, "preset"),
            mapping(body),
            text(body, "country"),
            text(body, "timeZone"),
            text(body, "currency"),
            body.get("synthetic") == JsonValue.TRUE);
    Sources.Created created = sources.create(wanted, api.caller());
    JsonObjectBuilder json = json(created.source());
    created.writeKey().ifPresent(key -> json.add("writeKey", key));
    return Response.created(URI.create("/api/v1/sources/" + created.source().id()))
        .entity(json.build())
        .build();
  }

  private static Refused missing(String name) {
    return Refused.invalid("/" + name, "runtime.api.missing", name);
  }

  private static Optional<String> text(JsonObject body, String name) {
    JsonValue value = body.get(name);
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString()).filter(t -> !t.isBlank());
    }
    throw Refused.invalid("/" + name, "collect.api.text", name);
  }

  private static JsonObject mapping(JsonObject body) {
    JsonValue value = body.getOrDefault("mapping", JsonValue.EMPTY_JSON_OBJECT);
    if (value == JsonValue.NULL) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (value instanceof JsonObject mapping) {
      return mapping;
    }
    throw Refused.invalid("/mapping", "collect.api.object", "mapping");
  }

  @GET
  @Needs(Scope.READ)
  public JsonObject list(
      @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("cursor") int cursor) {
    JsonArrayBuilder items = Json.array();
    int[] last = {0};
    long shown =
        sources.list().stream()
            .sorted(java.util.Comparator.comparingInt(Source::id))
            .filter(s -> s.id() > cursor)
            .limit(Math.clamp(limit, 1, 1000))
            .peek(s -> last[0] = s.id())
            .peek(s -> items.add(json(s)))
            .count();
    JsonObjectBuilder page = Json.object().add("items", items);
    if (shown == Math.clamp(limit, 1, 1000)) {
      page.add("next", String.valueOf(last[0]));
    }
    return page.build();
  }

  @GET
  @Path("{id}")
  @Needs(Scope.READ)
  public JsonObject source(@PathParam("id") int id) {
    Source source = sources.required(id);
    Deliveries.Counts counts = deliveries.of(id);
    return json(source)
        .add(
            "counts",
            Json.object()
                .add("read", counts.read())
                .add("accepted", counts.accepted())
                .add("duplicates", counts.duplicates())
                .add("rejected", counts.rejected())
                .add("dropped", counts.dropped())
                .add("masked", counts.masked()))
        .build();
  }

  private static JsonObjectBuilder json(Source source) {
    JsonObjectBuilder json =
        Json.object()
            .add("id", String.valueOf(source.id()))
            .add("name", source.name())
            .add("kind", source.kind().word())
            .add("timeZone", source.timeZone().getId())
            .add("currency", source.currency())
            .add("owner", source.owner())
            .add("synthetic", source.synthetic())
            .add("createdAt", source.createdAt().toString());
    source.preset().ifPresent(p -> json.add("preset", p.word()));
    source.country().ifPresent(c -> json.add("country", c));
    return json;
  }

  @POST
  @Path("{id}/imports")
  @Needs(Scope.COLLECT)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response importLying(
      @PathParam("id") int id, @QueryParam("dryRun") boolean dryRun, JsonObject body)
      throws IOException {
    String path = text(body, "path").orElseThrow(() -> missing("path"));
    if (dryRun) {
      return accepted(dryRuns.startFromFolder(id, path, api.caller()));
    }
    return accepted(imports.startFromFolder(id, path, api.caller()));
  }

  @POST
  @Path("{id}/imports")
  @Needs(Scope.COLLECT)
  @Consumes(MediaType.WILDCARD)
  public Response importUpload(
      @PathParam("id") int id,
      @QueryParam("dryRun") boolean dryRun,
      @QueryParam("name") @Nullable String name,
      @HeaderParam("Content-Disposition") @Nullable String disposition,
      InputStream body)
      throws IOException {
    String file = fileName(name, disposition);
    return accepted(
        dryRun
            ? dryRuns.start(id, file, body, api.caller())
            : imports.start(id, file, body, api.caller()));
  }

  private static String fileName(@Nullable String name, @Nullable String disposition) {
    if (name != null) {
      return name;
    }
    Matcher found = FILE_NAME.matcher(disposition == null ? "" : disposition);
    return found.find() ? found.group(1) : "upload";
  }

  private static Response accepted(long id) {
    return Response.accepted(Json.object().add("id", String.valueOf(id)).build())
        .header("Location", "/api/v1/jobs/" + id)
        .build();
  }
}
