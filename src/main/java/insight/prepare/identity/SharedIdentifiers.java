package insight.prepare.identity;

import insight.kernel.CustomerKey;
import insight.privacy.Masks;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The identifiers that are not used because too many people share them. */
@UseCase
public class SharedIdentifiers {
  private static final int SOME = 3;

  @Inject Jdbi jdbi;
  @Inject KnownProfiles profiles;

  private record Row(String kind, int people, Long[] keys) {}

  /** Those that most people use first. */
  public List<SharedIdentifier> list(int limit) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select s.kind, s.people, array(
                        select i.customer_key from pr_identifier i
                        where i.kind = s.kind and i.value_hash = s.value_hash
                        order by i.customer_key limit :some) as keys
                    from pr_shared s order by s.people desc, s.kind, s.value_hash limit :limit""")
                .bind("some", SOME)
                .bind("limit", limit)
                .mapTo(Row.class)
                .list()
                .stream()
                .map(row -> shared(h, row))
                .toList());
  }

  /** The value is read from one of its keys' profiles, since it is kept nowhere else. */
  private SharedIdentifier shared(Handle h, Row row) {
    MatchKind kind = MatchKind.of(row.kind());
    List<Long> keys = Arrays.asList(row.keys());
    String shown =
        keys.isEmpty()
            ? ""
            : Optional.ofNullable(profiles.of(h, keys).get(keys.getFirst()))
                .flatMap(profile -> shown(kind, profile))
                .orElse("");
    return new SharedIdentifier(
        kind, row.people(), shown, keys.stream().map(CustomerKey::new).toList());
  }

  private static Optional<String> shown(MatchKind kind, KnownProfile profile) {
    return switch (kind) {
      case EMAIL -> profile.foldedEmail().map(Masks::email);
      case PHONE -> profile.foldedPhone().map(Masks::phone);
      case USER -> Optional.of(Masks.shopId(profile.shopId()));
      case ALIAS, DEVICE, NAME -> Optional.empty();
    };
  }
}
