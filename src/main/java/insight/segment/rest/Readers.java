package insight.segment.rest;

import insight.privacy.Grant;
import insight.privacy.Grants;
import insight.privacy.Purpose;
import insight.runtime.Scope;
import insight.runtime.rest.ApiCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the grant of a request: the header's purpose, else the one that fits the token. */
@RequestScoped
class Readers {
  static final String PURPOSE = "Insight-Purpose";

  @Inject ApiCaller api;
  @Inject Grants grants;

  /**
   * The grant.
   *
   * @param header of {@link #PURPOSE}; null: none
   * @param usual the purpose of a token that may read
   */
  Grant grant(@Nullable String header, Purpose usual) {
    boolean rightsOnly =
        api.bearer().scopes().contains(Scope.PRIVACY)
            && !Scope.READ.coveredBy(api.bearer().scopes());
    Purpose purpose =
        Optional.ofNullable(header).map(Purpose::of).orElse(rightsOnly ? Purpose.PRIVACY : usual);
    return grants.of(api.caller(), purpose);
  }
}
