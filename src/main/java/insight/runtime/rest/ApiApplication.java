package insight.runtime.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The HTTP API below {@code /api/v1}; resources of all stages are found by scanning. */
@ApplicationPath("api/v1")
public class ApiApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
