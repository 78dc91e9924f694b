package insight.shell;

/** What the frame needs of the accounts of the people who use it; one bean implements it. */
public interface Account {
  /**
   * Gives {@code name} a new password.
   *
   * @throws insight.kernel.Refused with pointer {@code /current} or {@code /fresh}
   */
  void changePassword(String name, String current, String fresh);

  /** {@code name} is about to sign out. */
  void signedOut(String name);
}
