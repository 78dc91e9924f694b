package insight.shell;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Which version of the portal runs: as the build wrote it into the WAR. */
final class Version {
  private static final String WRITTEN_BY_MAVEN = "/META-INF/maven/insight/insight/pom.properties";

  private Version() {}

  /** Empty when the portal does not run from its WAR. */
  static Optional<String> current() {
    if (!(VaadinService.getCurrent() instanceof VaadinServletService service)) {
      return Optional.empty();
    }
    try (InputStream in =
        service.getServlet().getServletContext().getResourceAsStream(WRITTEN_BY_MAVEN)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(in);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
