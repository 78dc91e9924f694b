package insight.runtime;

import insight.kernel.Refused;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** API tokens: made here and shown once, kept as a hash. */
@UseCase
public class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** A token as pages see it. */
  public record Token(
      long id,
      String name,
      String user,
      Set<Scope> scopes,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsed) {}

  /** Who a presented token stands for, and what it may do. */
  public record Bearer(Caller caller, Set<Scope> scopes) {}

  /** 256 random bits, in text that survives copying. */
  public static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 in hex: enough for a secret of 256 random bits. */
  public static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a token and returns its text, which is shown this once. */
  public String create(String userName, String name, Set<Scope> scopes, Optional<Instant> expires) {
    String secret = random();
    keep(userName, name, secret, scopes, expires);
    return secret;
  }

  void keep(
      String userName, String name, String secret, Set<Scope> scopes, Optional<Instant> expires) {
    if (scopes.isEmpty()) {
      throw Refused.invalid("/scopes", "runtime.token.scopes");
    }
    if (name.isBlank()) {
      throw Refused.invalid("/name", "runtime.token.name");
    }
    TokenRow token = new TokenRow();
    token.user = owner(userName);
    token.name = name;
    token.tokenHash = hash(secret);
    token.scopes = scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    token.createdAt = clock.instant();
    token.expiresAt = expires.orElse(null);
    entities.persist(token);
  }

  /** Whose token this is; empty when unknown, expired, or its user is locked out. */
  public Optional<Bearer> check(String secret) {
    Instant now = clock.instant();
    return entities
        .createQuery("select t from TokenRow t where t.tokenHash = :hash", TokenRow.class)
        .setParameter("hash", hash(secret))
        .getResultStream()
        .findFirst()
        .filter(t -> !t.user.disabled)
        .filter(t -> t.expiresAt == null || now.isBefore(t.expiresAt))
        .map(t -> used(t, now));
  }

  private Bearer used(TokenRow token, Instant now) {
    if (token.lastUsed == null
        || Duration.between(token.lastUsed, now).compareTo(Duration.ofMinutes(1)) > 0) {
      token.lastUsed = now;
    }
    return new Bearer(new Caller(token.user.name, token.user.roleSet()), token.scopeSet());
  }

  public List<Token> all() {
    return entities
        .createQuery("select t from TokenRow t order by t.id desc", TokenRow.class)
        .getResultStream()
        .map(
            t ->
                new Token(
                    t.id,
                    t.name,
                    t.user.name,
                    t.scopeSet(),
                    t.createdAt,
                    Optional.ofNullable(t.expiresAt),
                    Optional.ofNullable(t.lastUsed)))
        .toList();
  }

  public void revoke(long id) {
    TokenRow token = entities.find(TokenRow.class, id);
    if (token == null) {
      throw Refused.notFound("runtime.token.unknown", String.valueOf(id));
    }
    entities.remove(token);
  }

  private UserRow owner(String name) {
    return entities
        .createQuery("select u from UserRow u where u.name = :name", UserRow.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refused.invalid("/user", "runtime.user.unknown", name));
  }
}
