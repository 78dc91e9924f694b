package insight.learn;

/**
 * The computation was told to end. Thrown by {@link Progress#at}; nobody on this floor catches it.
 */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Stopped() {
    super("stopped on request");
  }
}
