package insight.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import insight.kernel.Refused;
import insight.shell.part.Toasts;
import insight.shell.part.Words;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to an exception that nobody caught: a refusal becomes its words; a failure gets a
 * number, a calm sentence for the reader, and its stack in the log under that number.
 */
final class Incidents implements ErrorHandler {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

  /** Crockford's letters: none that could be read as another. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void error(ErrorEvent event) {
    Optional<Refused> refused = refused(event.getThrowable());
    String number = refused.isPresent() ? "" : report(event.getThrowable());
    if (UI.getCurrent() != null) {
      refused.ifPresentOrElse(
          Toasts::refused, () -> Toasts.failure(Words.of("shell.error.toast", number)));
    }
  }

  /** Logs the failure with its stack; the number is what the reader passes on. */
  static String report(Throwable failure) {
    String number = "INC-" + letters(4) + "-" + letters(2);
    LOG.error("{}: {}", number, failure.toString(), failure);
    return number;
  }

  /** The refusal inside, if it is one. */
  static Optional<Refused> refused(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  private static String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
