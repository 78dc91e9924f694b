package insight.launch;

/** Why Insight cannot start or go on: one clear line that names the place and the mend. */
final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String line) {
    super(line);
  }

  StartRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
