package insight.shell;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A page in the rail. */
record MenuEntry(Page page, String path) {

  /** The pages that {@code reader} may open, in the rail's order. */
  static List<MenuEntry> of(Reader reader) {
    return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
        .filter(route -> listed(route) && mayOpen(route, reader))
        .map(route -> new MenuEntry(page(route).orElseThrow(), route.getTemplate()))
        .sorted(Comparator.comparingInt(entry -> entry.page().order()))
        .toList();
  }

  private static boolean listed(RouteData route) {
    return page(route).filter(page -> page.order() >= 0).isPresent()
        && !route.getTemplate().contains(":");
  }

  private static boolean mayOpen(RouteData route, Reader reader) {
    Principal principal = reader::name;
    return new AccessAnnotationChecker()
        .hasAccess(route.getNavigationTarget(), principal, reader.roles()::contains);
  }

  private static Optional<Page> page(RouteData route) {
    return Optional.ofNullable(route.getNavigationTarget().getAnnotation(Page.class));
  }

  /** Whether {@code location} is this page or lies beneath it. */
  boolean covers(String location) {
    return location.equals(path) || (!path.isEmpty() && location.startsWith(path + "/"));
  }
}
