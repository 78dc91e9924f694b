package insight.feedback.rest;

import insight.collect.Customers;
import insight.feedback.Feedback;
import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Json;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What customers say back, brought by shops. */
@Path("")
@Produces("application/json;charset=UTF-8")
@Needs(Scope.COLLECT)
public class FeedbackResource {
  @Inject Feedback feedback;
  @Inject Customers customers;
  @Inject ApiCaller api;

  @POST
  @Path("feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response give(JsonStructure body) {
    if (!(body instanceof JsonObject object)) {
      throw Refused.invalid("", "runtime.api.json");
    }
    Message message = Message.read(object);
    Optional<CustomerKey> customer = message.customer().map(c -> customer(c, message.source()));
    String id = feedback.give(api.caller(), customer, message.opinion(), message.id());
    return Response.status(201).entity(Json.object().add("id", id).build()).build();
  }

  private CustomerKey customer(String text, Optional<String> source) {
    return customers
        .resolve(text, source)
        .orElseThrow(() -> Refused.invalid("/customer", "feedback.customer.unknown", text));
  }

  @POST
  @Path("service/messages")
  public Response message() {
    return Problem.notYet(api.locale());
  }
}
