package insight.collect.rest;

import insight.collect.Deliveries;
import insight.collect.DryRuns;
import insight.collect.Imports;
import insight.collect.NewSource;
import insight.collect.Source;
import insight.collect.Sources;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
    NewSource wanted = SourceJson.wanted(body);
    Sources.Created created = sources.create(wanted, api.caller());
    JsonObjectBuilder json = SourceJson.of(created.source());
    created.writeKey().ifPresent(key -> json.add("writeKey", key));
    return Response.created(URI.create("/api/v1/sources/" + created.source().id()))
        .entity(json.build())
        .build();
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
            .peek(s -> items.add(SourceJson.of(s)))
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
    Deliveries.Counts counts = deliveries.of(id);
    return SourceJson.of(sources.details(id), api.locale())
        .add(
            "counts",
            Json.object()
                .add("read", counts.read())
                .add("accepted", counts.accepted())
                .add("duplicates", counts.duplicates())
                .add("rejected", counts.rejected())
                .add("dropped", counts.dropped())
                .add("masked", counts.masked())
                .add("late", deliveries.late(id)))
        .build();
  }

  @POST
  @Path("{id}/imports")
  @Needs(Scope.COLLECT)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response importLying(
      @PathParam("id") int id, @QueryParam("dryRun") boolean dryRun, JsonObject body)
      throws IOException {
    String path = SourceJson.text(body, "path").orElseThrow(() -> SourceJson.missing("path"));
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
