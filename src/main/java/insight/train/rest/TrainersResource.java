package insight.train.rest;

import insight.learn.Parameter;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.train.DesignPart;
import insight.train.LearningTask;
import insight.train.LearningTasks;
import insight.train.Names;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;

/** What can be learned, and how: tasks with their trainers, the recommended one first. */
@Path("trainers")
@Produces("application/json;charset=UTF-8")
public class TrainersResource {
  @Inject LearningTasks tasks;
  @Inject ApiCaller api;

  @GET
  @Needs(Scope.READ)
  public JsonObject trainers() {
    JsonArrayBuilder items = Json.array();
    tasks.all().forEach(task -> items.add(task(task, api.locale())));
    return Json.object().add("items", items).build();
  }

  private static JsonObjectBuilder task(LearningTask task, Locale locale) {
    JsonArrayBuilder trainers = Json.array();
    List<LearningTask.Trainer> known = task.trainers();
    known.forEach(t -> trainers.add(trainer(t, t.equals(known.getFirst()), locale)));
    return Json.object()
        .add("task", task.name())
        .add("title", Names.task(locale, task.name()))
        .add("learnsFrom", task.input().word())
        .add("livesWhenDone", task.livesWhenDone())
        .add("choices", Json.value(task.choices().stream().sorted().map(DesignPart::word).toList()))
        .add("trainers", trainers);
  }

  private static JsonObjectBuilder trainer(
      LearningTask.Trainer trainer, boolean recommended, Locale locale) {
    JsonArrayBuilder parameters = Json.array();
    trainer.parameters().forEach(p -> parameters.add(parameter(p, locale)));
    return Json.object()
        .add("trainer", trainer.name())
        .add("title", Names.trainer(locale, trainer.name()))
        .add("recommended", recommended)
        .add("parameters", parameters);
  }

  private static JsonObjectBuilder parameter(Parameter p, Locale locale) {
    if (p.isChoice()) {
      return Json.object()
          .add("name", p.name())
          .add("title", Names.parameter(locale, p.name()))
          .add("choices", Json.value(p.choices()))
          .add("default", p.word(p.preset()));
    }
    return Json.object()
        .add("name", p.name())
        .add("title", Names.parameter(locale, p.name()))
        .add("low", number(p, p.low()))
        .add("high", number(p, p.high()))
        .add("default", number(p, p.preset()))
        .add("whole", p.whole());
  }

  private static JsonValue number(Parameter parameter, double value) {
    return parameter.whole() ? Json.value((long) value) : Json.value(value);
  }
}
