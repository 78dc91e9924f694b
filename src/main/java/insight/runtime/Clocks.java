package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The portal's clock: UTC, replaced in tests. */
@ApplicationScoped
class Clocks {
  @Produces
  @jakarta.inject.Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
