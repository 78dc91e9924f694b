package insight.prepare.identity;

import java.time.Instant;
import java.util.Optional;

/** Builds profiles of invented people. */
final class People {
  private static final Instant MARCH = Instant.parse("2025-03-01T12:00:00Z");

  private People() {}

  static KnownProfile named(long key, String name) {
    return new KnownProfile(
        key,
        1,
        "Shop",
        "id-" + key,
        text(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("GB"),
        MARCH.plusSeconds(key));
  }

  static KnownProfile of(
      long key, String name, String email, String phone, String address, String country) {
    return new KnownProfile(
        key,
        1,
        "Shop",
        "id-" + key,
        text(name),
        text(email),
        text(phone),
        text(address),
        text(country),
        MARCH.plusSeconds(key));
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }
}
