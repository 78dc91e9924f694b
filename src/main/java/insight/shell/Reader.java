package insight.shell;

import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** Who is looking at the page. */
public record Reader(String name, List<String> roles) {
  /** The portal's roles, the widest last. */
  public static final List<String> ROLES = List.of("operations", "manager", "admin");

  public Reader {
    roles = List.copyOf(roles);
  }

  /** The person of the current request; empty before signing in. */
  public static Optional<Reader> current() {
    return Optional.ofNullable(VaadinRequest.getCurrent()).flatMap(Reader::of);
  }

  private static Optional<Reader> of(VaadinRequest request) {
    Principal principal = request.getUserPrincipal();
    return Optional.ofNullable(principal)
        .map(
            known ->
                new Reader(known.getName(), ROLES.stream().filter(request::isUserInRole).toList()));
  }
}
