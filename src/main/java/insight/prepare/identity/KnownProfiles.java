package insight.prepare.identity;

import insight.privacy.Vault;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads profiles in clear, for comparing; who may see them is decided by those who show them. */
@ApplicationScoped
class KnownProfiles {
  @Inject Vault vault;

  private record Row(
      long customerKey,
      int sourceId,
      String source,
      byte[] idCipher,
      byte @Nullable [] profileCipher,
      @Nullable String country,
      Instant toldAt) {}

  /** The profiles of those keys that are known. */
  Map<Long, KnownProfile> of(Handle h, Collection<Long> keys) {
    Map<Long, KnownProfile> profiles = new LinkedHashMap<>();
    h.createQuery(
            """
            select c.customer_key, c.source_id, s.name as source, c.id_cipher, c.profile_cipher,
              coalesce(c.country, s.country) as country,
              coalesce(i.told_at, c.first_seen) as told_at
            from co_customer c join co_source s on s.id = c.source_id
              left join pr_identity i on i.customer_key = c.customer_key
            where c.customer_key = any(:keys)""")
        .bind("keys", keys.toArray(Long[]::new))
        .mapTo(Row.class)
        .forEach(row -> profiles.put(row.customerKey(), profile(row)));
    return profiles;
  }

  private KnownProfile profile(Row row) {
    JsonObject profile =
        Optional.ofNullable(row.profileCipher())
            .map(cipher -> Json.parse(vault.decrypt("co_customer.profile_cipher", cipher)))
            .orElse(JsonObject.EMPTY_JSON_OBJECT);
    return new KnownProfile(
        row.customerKey(),
        row.sourceId(),
        row.source(),
        vault.decrypt("co_customer.id_cipher", row.idCipher()),
        text(profile, "name"),
        text(profile, "email"),
        text(profile, "phone"),
        text(profile, "address"),
        Optional.ofNullable(row.country()),
        row.toldAt());
  }

  private static Optional<String> text(JsonObject profile, String field) {
    return Optional.ofNullable(profile.getString(field, null))
        .filter(Predicate.not(String::isBlank));
  }
}
