package insight.runtime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An API token; only its hash is kept. */
@Entity
@Table(name = "rt_token")
class TokenRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rt_token_seq")
  @SequenceGenerator(name = "rt_token_seq", sequenceName = "rt_seq", allocationSize = 50)
  Long id;

  @ManyToOne(optional = false)
  @jakarta.persistence.JoinColumn(name = "user_id")
  UserRow user;

  String name;

  @Column(name = "token_hash")
  String tokenHash;

  String scopes;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  @org.jspecify.annotations.Nullable
  Instant expiresAt;

  @Column(name = "last_used")
  @org.jspecify.annotations.Nullable
  Instant lastUsed;

  Set<Scope> scopeSet() {
    return Stream.of(scopes.split(",")).map(Scope::of).collect(Collectors.toUnmodifiableSet());
  }
}
