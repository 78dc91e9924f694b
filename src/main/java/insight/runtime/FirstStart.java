package insight.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first admin. Without a password from the environment it draws one and leaves it in a
 * file for the launcher, which shows it once; it must be changed at the first login.
 */
@Singleton
@Startup
@DependsOn("Migration")
public class FirstStart {
  static final String ADMIN = "admin";

  /** Where the launcher finds the one-time password. */
  static final String PASSWORD_FILE = "first-admin-password";

  @Inject Users users;
  @Inject Tokens tokens;
  @Inject DataDirectory data;

  @Inject
  @ConfigProperty(name = "insight.admin.password")
  Optional<String> givenPassword;

  @Inject
  @ConfigProperty(name = "insight.api.token")
  Optional<String> givenToken;

  @PostConstruct
  void begin() {
    if (!users.nobodyYet()) {
      return;
    }
    String password = givenPassword.orElseGet(() -> Tokens.random().substring(0, 20));
    users.create(
        ADMIN,
        password,
        Set.of(Role.ADMIN, Role.OPERATIONS, Role.MANAGER),
        givenPassword.isEmpty());
    if (givenPassword.isEmpty()) {
      data.writeSecret(
          data.folder("secrets").resolve(PASSWORD_FILE), password.getBytes(StandardCharsets.UTF_8));
    }
    givenToken.ifPresent(
        secret -> tokens.keep(ADMIN, "automation", secret, Set.of(Scope.ADMIN), Optional.empty()));
  }
}
