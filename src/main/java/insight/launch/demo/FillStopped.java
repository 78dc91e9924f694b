package insight.launch.demo;

/** Why the demo shop could not be filled to the end: one line that says how to go on. */
public final class FillStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FillStopped(String line) {
    super(line);
  }

  FillStopped(String line, Throwable cause) {
    super(line, cause);
  }
}
