package insight.runtime.rest;

import insight.runtime.Job;
import insight.runtime.Jobs;
import insight.runtime.Json;
import insight.runtime.Scope;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Long jobs: how far they are, and stopping them. */
@Path("jobs")
@Produces("application/json;charset=UTF-8")
public class JobsResource {
  @Inject Jobs jobs;
  @Inject ApiCaller api;

  @GET
  @Path("{id}")
  @Needs(Scope.READ)
  public JsonObject job(@PathParam("id") long id) {
    return json(jobs.required(id), api.locale());
  }

  @DELETE
  @Path("{id}")
  @Needs(Scope.ACT)
  public Response cancel(@PathParam("id") long id) {
    return Response.accepted(json(jobs.cancel(id), api.locale())).build();
  }

  /** An interrupted, failed or cancelled job goes on where it was. */
  @POST
  @Path("{id}/resumption")
  @Needs(Scope.ACT)
  public Response resume(@PathParam("id") long id) {
    return Response.accepted(json(jobs.resume(id), api.locale())).build();
  }

  private static JsonObject json(Job job, Locale locale) {
    JsonObjectBuilder json =
        Json.object()
            .add("id", String.valueOf(job.id()))
            .add("kind", job.kind())
            .add("state", job.state().word())
            .add("progress", Math.round(job.progress() * 1000) / 1000.0)
            .add("counts", job.counts());
    job.reason().ifPresent(r -> json.add("reason", r.in(locale)));
    return json.build();
  }
}
