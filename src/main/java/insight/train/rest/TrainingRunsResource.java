package insight.train.rest;

import insight.runtime.Job;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import insight.train.DesignJson;
import insight.train.LearningTask;
import insight.train.LearningTasks;
import insight.train.Names;
import insight.train.Reproduction;
import insight.train.StartTraining;
import insight.train.TrainingRun;
import insight.train.TrainingRuns;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/** Starts training runs and tells what came out. */
@Path("training-runs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces("application/json;charset=UTF-8")
public class TrainingRunsResource {
  @Inject TrainingRuns runs;
  @Inject LearningTasks tasks;
  @Inject StartTrainingBody body;
  @Inject ApiCaller api;

  @POST
  @Needs(Scope.TRAIN)
  public Response start(JsonObject json) {
    StartTraining command = body.read(json, api.caller().name());
    if (tasks.planned(command.task())) {
      return Problem.notYet(api.locale());
    }
    long id = runs.start(command);
    return Response.accepted(Json.object().add("id", String.valueOf(id)).build())
        .location(URI.create("/api/v1/jobs/" + id))
        .build();
  }

  @GET
  @Path("{id}")
  @Needs(Scope.READ)
  public JsonObject run(@PathParam("id") long id) {
    return json(runs.required(id), api.locale());
  }

  /** Runs it again from its provenance. */
  @POST
  @Path("{id}/reproduction")
  @Consumes(MediaType.WILDCARD)
  @Needs(Scope.TRAIN)
  public Response reproduce(@PathParam("id") long first) {
    long id = runs.reproduce(first, api.caller().name());
    return Response.accepted(Json.object().add("id", String.valueOf(id)).build())
        .location(URI.create("/api/v1/jobs/" + id))
        .build();
  }

  private static JsonObjectBuilder reproduction(Reproduction again) {
    JsonArrayBuilder differences = Json.array();
    again
        .differences()
        .forEach(
            d ->
                differences.add(
                    Json.object()
                        .add("figure", d.figure())
                        .add("first", Json.value(d.first()))
                        .add("again", Json.value(d.again()))));
    return Json.object()
        .add("of", String.valueOf(again.of()))
        .add("identical", again.identical())
        .add("erasedSince", again.erased())
        .add("differences", differences);
  }

  private JsonObject json(TrainingRun run, Locale locale) {
    Job job = run.job();
    JsonObjectBuilder json =
        Json.object()
            .add("id", String.valueOf(run.id()))
            .add("task", run.task())
            .add("trainer", run.trainer())
            .add("state", job.state().word())
            .add("progress", Math.round(job.progress() * 1000) / 1000.0)
            .add("parameters", tasks.parameters(run))
            .add("seed", run.seed())
            .add("from", Json.value(run.from().map(Instant::toString).orElse(null)))
            .add("cutoff", Json.value(run.cutoff().map(Instant::toString).orElse(null)))
            .add("requestedBy", run.requestedBy())
            .add("createdAt", run.createdAt().toString())
            .add("finishedAt", Json.value(run.finishedAt().map(Instant::toString).orElse(null)))
            .add("metrics", metrics(run, locale))
            .add("checks", checks(run, locale))
            .add("provenance", run.provenance())
            .add("design", DesignJson.of(run.design()))
            .add("reproduces", Json.value(run.reproduces().map(String::valueOf).orElse(null)));
    run.evidence().addTo(json);
    runs.reproduction(run).ifPresent(again -> json.add("reproduction", reproduction(again)));
    job.reason().ifPresent(reason -> json.add("reason", reason.in(locale)));
    run.model().ifPresent(model -> json.add("model", ModelsResource.json(model, locale)));
    return json.build();
  }

  private static JsonArrayBuilder metrics(TrainingRun run, Locale locale) {
    JsonArrayBuilder metrics = Json.array();
    for (LearningTask.Metric m : run.metrics()) {
      metrics.add(
          Json.object()
              .add("name", m.name())
              .add("title", Names.metric(locale, m.name()))
              .add("value", Json.value(m.value()))
              .add("low", Json.value(m.low()))
              .add("high", Json.value(m.high()))
              .add("n", m.n())
              .add("baseline", Json.value(m.baseline()))
              .add("higherIsBetter", m.higherIsBetter()));
    }
    return metrics;
  }

  private static JsonArrayBuilder checks(TrainingRun run, Locale locale) {
    JsonArrayBuilder checks = Json.array();
    for (LearningTask.Check c : run.checks()) {
      checks.add(
          Json.object()
              .add("check", c.key())
              .add("title", Names.check(locale, c))
              .add("passed", c.passed())
              .add("measured", c.measured())
              .add("limit", c.limit()));
    }
    return checks;
  }
}
