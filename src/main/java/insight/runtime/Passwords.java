package insight.runtime;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import insight.kernel.Refused;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords: Argon2id with 19 MiB, two passes, one lane (OWASP's first choice), a random salt each.
 * Rules after NIST SP 800-63B: length and a list of the commonest, no composition rules.
 */
final class Passwords {
  static final int SHORTEST = 10;
  static final int LONGEST = 256;
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /** Parts that make a long password guessable all the same. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passw0rd",
          "1234567890",
          "0123456789",
          "qwertyuiop",
          "iloveyou",
          "letmein",
          "welcome",
          "administrator",
          "changeme",
          "insight");

  /** Checked when a name is unknown, so that the answer takes the same time. */
  static final String DECOY = hash("no such person");

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  static boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /**
   * @throws Refused naming what the password lacks
   */
  static void check(String pointer, String password, String userName) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw Refused.invalid(pointer, "runtime.password.length", SHORTEST, LONGEST);
    }
    String lower = password.toLowerCase(Locale.ROOT);
    boolean sameSign = password.chars().distinct().count() < 4;
    boolean common =
        COMMON.stream().anyMatch(c -> lower.startsWith(c) && lower.length() < c.length() + 5);
    if (sameSign || common || lower.contains(userName.toLowerCase(Locale.ROOT))) {
      throw Refused.invalid(pointer, "runtime.password.common");
    }
  }
}
