package insight.runtime.rest;

import insight.kernel.Refused;
import insight.runtime.Json;
import insight.runtime.Role;
import insight.runtime.Scope;
import insight.runtime.Tokens;
import insight.runtime.User;
import insight.runtime.Users;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users and tokens, for an admin. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces("application/json;charset=UTF-8")
@Needs(Scope.ADMIN)
public class UsersResource {
  @Inject Users users;
  @Inject Tokens tokens;

  @POST
  @Path("users")
  public Response create(JsonObject body) {
    User user =
        users.create(
            text(body, "name"),
            text(body, "password"),
            set(body, "roles", "runtime.user.roles", Role::of),
            false);
    return Response.status(201).entity(Json.object().add("name", user.name()).build()).build();
  }

  @POST
  @Path("tokens")
  public Response token(JsonObject body) {
    String secret =
        tokens.create(
            text(body, "user"),
            text(body, "name"),
            set(body, "scopes", "runtime.token.scopes", Scope::of),
            expires(body));
    return Response.status(201).entity(Json.object().add("token", secret).build()).build();
  }

  private static Optional<Instant> expires(JsonObject body) {
    if (!body.containsKey("expires") || body.isNull("expires")) {
      return Optional.empty();
    }
    String text = body.getString("expires", "");
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw Refused.invalid("/expires", "runtime.api.time", text);
    }
  }

  private static String text(JsonObject body, String name) {
    if (body.get(name) instanceof JsonString text && !text.getString().isBlank()) {
      return text.getString();
    }
    throw Refused.invalid("/" + name, "runtime.api.missing", name);
  }

  private static <E> Set<E> set(
      JsonObject body, String name, String key, Function<String, E> parse) {
    if (!(body.get(name) instanceof JsonArray array)) {
      throw Refused.invalid("/" + name, key);
    }
    try {
      return array.getValuesAs(JsonString.class).stream()
          .map(s -> parse.apply(s.getString()))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException | ClassCastException e) {
      throw Refused.invalid("/" + name, key);
    }
  }
}
