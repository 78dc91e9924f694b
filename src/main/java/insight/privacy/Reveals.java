package insight.privacy;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Shows masked values for a while, after a purpose and a reason were written down. */
@UseCase
public class Reveals {
  /** How long a revealed value stays visible. */
  public static final Duration VISIBLE = Duration.ofMinutes(10);

  @Inject Grants grants;
  @Inject Audit audit;

  /**
   * Logs the reveal and gives a grant that allows identifiers.
   *
   * @throws Refused without a reason, or for a role that may not
   */
  public Grant reveal(Caller caller, Purpose purpose, String reason, CustomerKey customer) {
    if (reason.strip().length() < 5) {
      throw Refused.invalid("/reason", "privacy.reveal.reason");
    }
    Grant grant = grants.revealed(caller, purpose);
    audit.record(
        caller.name(), Audit.Action.REVEAL, customer.toString(), purpose, Map.of("reason", reason));
    return grant;
  }
}
