package insight.predict.rest;

import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import insight.runtime.rest.Needs;
import insight.runtime.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Churn, intent and demand: described in the contract, built in later steps. */
@Path("")
@Needs(Scope.READ)
public class PredictionsResource {
  @Inject ApiCaller api;

  @GET
  @Path("predictions/churn")
  public Response churn() {
    return Problem.notYet(api.locale());
  }

  @GET
  @Path("predictions/intent")
  public Response intent() {
    return Problem.notYet(api.locale());
  }

  @GET
  @Path("forecasts")
  public Response forecasts() {
    return Problem.notYet(api.locale());
  }
}
