package insight.learn;

/** Stored bytes are not the model they should be: cut, changed, of another kind or too new. */
public final class UnreadableModel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableModel(String message) {
    super(message);
  }

  public UnreadableModel(String message, Exception cause) {
    super(message, cause);
  }
}
