package insight.runtime;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A person who may log in, as pages see one. */
public record User(
    String name,
    Set<Role> roles,
    boolean mustChangePassword,
    boolean disabled,
    Optional<Instant> lastSeen,
    Instant createdAt,
    int sessionEpoch) {}
