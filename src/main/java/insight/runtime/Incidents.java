package insight.runtime;

import insight.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives every failure a number that people can quote and the log can be searched for. */
@ApplicationScoped
public class Incidents {
  private static final Logger LOG = Logger.getLogger(Incidents.class.getName());
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final SecureRandom random = new SecureRandom();

  /** Logs the failure under a new number, e.g. INC-7Q4M-20. */
  public String report(String what, Throwable failure) {
    String id = "INC-" + draw(4) + "-" + draw(2);
    LOG.log(Level.SEVERE, id + " " + what, failure);
    return id;
  }

  /** As above, as a reason for people. */
  public Refused.Reason reason(String what, Throwable failure) {
    return new Refused.Reason("", "runtime.failed", List.of(report(what, failure)));
  }

  private String draw(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
