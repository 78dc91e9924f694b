package insight.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the server's log line by line and knows, when the deployment failed, why: Payara stays up
 * and answers 404 after a failed deployment, so the log is the only witness.
 */
final class FailureReason {
  private static final Pattern RECORD =
      Pattern.compile("^[-0-9]{10}T\\S+ (?<level>[A-Z]+) \\[(?<logger>[^]]*)] (?<message>.*)$");
  private static final Pattern FAILED =
      Pattern.compile(
          "^Exception while (deploying|loading) the app\\b(?: \\[[^]]*])?(?: : )?(.*)$");
  private static final Pattern THROWN =
      Pattern.compile("^(Caused by: )?[\\w.$]+(Exception|Error)\\b.*");
  private static final Pattern CLASS_NAMES =
      Pattern.compile("^(?:Caused by: )?(?:[a-z_][\\w]*\\.)+[\\w$]+(?:Exception|Error)[:;] ");

  private boolean failed;
  private boolean severe;
  private String rootCause = "";
  private String stated = "";

  /** Takes the next line of the log. */
  void read(String line) {
    Matcher log = RECORD.matcher(line);
    if (log.matches()) {
      severe = log.group("level").equals("SEVERE");
      readMessage(log.group("message"));
    } else if (severe && THROWN.matcher(line).matches()) {
      rootCause = line;
    } else if (line.startsWith("Exception in thread \"main\"") || line.startsWith("Error: ")) {
      rootCause = line;
    }
  }

  private void readMessage(String message) {
    Matcher failure = FAILED.matcher(message);
    if (failure.matches()) {
      failed = true;
      stated = failure.group(2).isBlank() ? stated : failure.group(2);
    }
  }

  /** Whether the log says that the deployment failed. */
  boolean failed() {
    return failed;
  }

  /** The innermost cause in words, without the names of exception classes. */
  Optional<String> reason() {
    String best = rootCause.isBlank() ? stated : rootCause;
    String words = CLASS_NAMES.matcher(best).replaceFirst("").strip();
    return words.isEmpty() ? Optional.empty() : Optional.of(sentence(words));
  }

  private static String sentence(String words) {
    return words.endsWith(".") || words.endsWith("!") ? words : words + ".";
  }

  /** The message of a warning or worse from our own code, for the terminal. */
  static Optional<String> ownTrouble(String line) {
    Matcher log = RECORD.matcher(line);
    boolean trouble =
        log.matches()
            && (log.group("level").equals("SEVERE") || log.group("level").equals("WARNING"))
            && log.group("logger").startsWith("insight.");
    return trouble ? Optional.of(log.group("message")) : Optional.empty();
  }
}
