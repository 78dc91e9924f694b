package insight.runtime;

import insight.kernel.Refused;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people who may log in. */
@UseCase
public class Users {
  /** Failures that cost nothing; each one more doubles the wait. */
  static final int FREE_FAILURES = 3;

  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;
  @Inject Event<LoginTried> tried;

  /** How a login ended. */
  public sealed interface Login {
    record Welcome(User user) implements Login {}

    record Wrong() implements Login {}

    /** Too many failures; the password was not even looked at. */
    record Wait(Duration left) implements Login {}
  }

  /**
   * Checks name and password. A wrong one costs growing time, an unknown name the same as a known.
   */
  public Login login(String name, String password) {
    Optional<UserRow> row = row(name, LockModeType.PESSIMISTIC_WRITE).filter(u -> !u.disabled);
    Instant now = clock.instant();
    Login login =
        row.map(user -> check(user, password, now))
            .orElseGet(
                () -> {
                  Passwords.matches(password, Passwords.DECOY);
                  return new Login.Wrong();
                });
    tried.fire(new LoginTried(name, login instanceof Login.Welcome, row.isPresent()));
    return login;
  }

  private Login check(UserRow user, String password, Instant now) {
    if (user.lockedUntil != null && now.isBefore(user.lockedUntil)) {
      return new Login.Wait(Duration.between(now, user.lockedUntil));
    }
    if (Passwords.matches(password, user.passwordHash)) {
      user.failedLogins = 0;
      user.lockedUntil = null;
      user.lastSeen = now;
      return new Login.Welcome(user.record());
    }
    user.failedLogins++;
    user.lockedUntil = now.plus(waitAfter(user.failedLogins));
    return new Login.Wrong();
  }

  /** 0 s for the first failures, then 2, 4, 8 … s, at most a quarter of an hour. */
  static Duration waitAfter(int failures) {
    int over = failures - FREE_FAILURES;
    if (over < 0) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(2L << Math.min(over, 20));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  public User create(String name, String password, Set<Role> roles, boolean mustChange) {
    if (!name.matches("[\\p{L}\\p{N}._@-]{2,60}")) {
      throw Refused.invalid("/name", "runtime.user.name", name);
    }
    if (roles.isEmpty()) {
      throw Refused.invalid("/roles", "runtime.user.roles");
    }
    if (row(name, LockModeType.NONE).isPresent()) {
      throw Refused.conflict("runtime.user.exists", name);
    }
    Passwords.check("/password", password, name);
    UserRow user = new UserRow();
    user.name = name;
    user.passwordHash = Passwords.hash(password);
    user.roles = UserRow.rolesText(roles);
    user.mustChange = mustChange;
    user.createdAt = clock.instant();
    entities.persist(user);
    return user.record();
  }

  /**
   * Changes one's own password; every session of the person ends that does not carry the epoch of
   * the returned user.
   */
  public User changePassword(String name, String old, String fresh) {
    UserRow user = required(name);
    if (!Passwords.matches(old, user.passwordHash)) {
      throw Refused.invalid("/current", "runtime.password.wrong");
    }
    Passwords.check("/fresh", fresh, name);
    user.passwordHash = Passwords.hash(fresh);
    user.mustChange = false;
    user.sessionEpoch++;
    return user.record();
  }

  /** Locks a person out, or lets in again; open sessions end. */
  public void disable(String name, boolean disabled, String by) {
    if (name.equals(by)) {
      throw Refused.conflict("runtime.user.self");
    }
    UserRow user = required(name);
    user.disabled = disabled;
    user.sessionEpoch++;
  }

  public List<User> all() {
    return entities
        .createQuery("select u from UserRow u order by u.name", UserRow.class)
        .getResultStream()
        .map(UserRow::record)
        .toList();
  }

  public Optional<User> find(String name) {
    return row(name, LockModeType.NONE).map(UserRow::record);
  }

  boolean nobodyYet() {
    return entities.createQuery("select count(u) from UserRow u", Long.class).getSingleResult()
        == 0;
  }

  private UserRow required(String name) {
    return row(name, LockModeType.NONE)
        .orElseThrow(() -> Refused.notFound("runtime.user.unknown", name));
  }

  private Optional<UserRow> row(String name, LockModeType lock) {
    return entities
        .createQuery("select u from UserRow u where u.name = :name", UserRow.class)
        .setParameter("name", name)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }
}
