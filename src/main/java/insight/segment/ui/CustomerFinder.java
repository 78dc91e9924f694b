package insight.segment.ui;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Callers;
import insight.runtime.Role;
import insight.segment.CustomerProfiles;
import insight.shell.Finder;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds customers in the global search, by whole key or shop number. */
@ApplicationScoped
public class CustomerFinder implements Finder {
  @Inject CustomerProfiles profiles;
  @Inject Callers callers;

  @Override
  public List<Hit> find(String words) {
    boolean worksWithPeople =
        callers.current().filter(c -> c.is(Role.OPERATIONS) || c.is(Role.ADMIN)).isPresent();
    return worksWithPeople ? customer(words) : List.of();
  }

  private List<Hit> customer(String words) {
    try {
      CustomerKey key = new CustomerKey(profiles.person(words, Optional.empty()).person());
      return List.of(new Hit(key.brief(), Words.of("segment.customer"), "customers/" + key));
    } catch (Refused nobodyOrSeveral) {
      return nobodyOrSeveral.kind() == Refused.Kind.CONFLICT
          ? List.of(
              new Hit(
                  nobodyOrSeveral.in(Words.locale()), Words.of("segment.customer"), "customers"))
          : List.of();
    }
  }
}
