package insight.runtime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person who may log in. */
@Entity
@Table(name = "rt_user")
class UserRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rt_seq")
  @SequenceGenerator(name = "rt_seq", sequenceName = "rt_seq", allocationSize = 50)
  Long id;

  String name;

  @Column(name = "password_hash")
  String passwordHash;

  String roles;

  @Column(name = "failed_logins")
  int failedLogins;

  @Column(name = "locked_until")
  @org.jspecify.annotations.Nullable
  Instant lockedUntil;

  @Column(name = "must_change")
  boolean mustChange;

  boolean disabled;
  @org.jspecify.annotations.Nullable String language;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "last_seen")
  @org.jspecify.annotations.Nullable
  Instant lastSeen;

  @Column(name = "session_epoch")
  int sessionEpoch;

  @Version int version;

  Set<Role> roleSet() {
    return Stream.of(roles.split(",")).map(Role::of).collect(Collectors.toUnmodifiableSet());
  }

  static String rolesText(Set<Role> roles) {
    return roles.stream().sorted().map(Role::group).collect(Collectors.joining(","));
  }

  User record() {
    return new User(
        name,
        roleSet(),
        mustChange,
        disabled,
        java.util.Optional.ofNullable(lastSeen),
        createdAt,
        sessionEpoch);
  }
}
