package insight.collect;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Masks;
import insight.privacy.Pseudonyms;
import insight.privacy.Vault;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Customers as their sources name them. */
@UseCase
public class Customers {
  @Inject Jdbi jdbi;
  @Inject Sources sources;
  @Inject Pseudonyms pseudonyms;
  @Inject Vault vault;

  /**
   * Who a key stands for: clear where the grant allows identifiers, else masked.
   *
   * @param shopId the customer id in the shop
   */
  public record Identity(
      CustomerKey key,
      String shopId,
      Optional<String> name,
      Optional<String> email,
      Optional<String> phone,
      Optional<String> country,
      String source,
      boolean clear) {}

  private record Row(
      long customerKey,
      byte[] idCipher,
      byte @Nullable [] profileCipher,
      @Nullable String country,
      String source) {}

  /**
   * Finds a customer by the portal's key or by the shop's own id.
   *
   * @param source id or name of the source whose id it is, when several use it
   * @throws Refused when two sources have such a customer
   */
  public Optional<CustomerKey> resolve(String keyOrShopId, Optional<String> source) {
    String text = keyOrShopId.strip();
    Optional<CustomerKey> key = CustomerKey.parse(text).filter(this::exists);
    if (key.isPresent()) {
      return key;
    }
    Map<Long, String> candidates = candidates(text, source);
    List<Long> found = existing(candidates.keySet().toArray(Long[]::new));
    if (found.size() > 1) {
      String names = found.stream().map(candidates::get).sorted().collect(Collectors.joining(", "));
      throw Refused.conflict("collect.customer.several", text, names);
    }
    return found.stream().findFirst().map(CustomerKey::new);
  }

  /** As {@link #resolve}. */
  public CustomerKey required(String keyOrShopId, Optional<String> source) {
    return resolve(keyOrShopId, source)
        .orElseThrow(() -> Refused.notFound("collect.customer.unknown"));
  }

  private Map<Long, String> candidates(String shopId, Optional<String> source) {
    List<Source> among =
        source
            .map(
                s ->
                    List.of(
                        sources
                            .byNameOrId(s)
                            .orElseThrow(
                                () -> Refused.invalid("/source", "collect.source.unknown", s))))
            .orElseGet(sources::list);
    return among.stream()
        .collect(
            Collectors.toMap(
                s -> pseudonyms.customer(s.space(), shopId).value(),
                Source::name,
                (first, second) -> first));
  }

  private boolean exists(CustomerKey key) {
    return !existing(new Long[] {key.value()}).isEmpty();
  }

  private List<Long> existing(Long[] keys) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select customer_key from co_customer where customer_key = any(:keys)")
                .bind("keys", keys)
                .mapTo(Long.class)
                .list());
  }

  /**
   * Who this is.
   *
   * @throws Refused when nobody has the key
   */
  public Identity identity(CustomerKey key, Grant grant) {
    return identities(List.of(key), grant).values().stream()
        .findFirst()
        .orElseThrow(() -> Refused.notFound("collect.customer.unknown"));
  }

  /** Who they are; keys that nobody has are left out. */
  public Map<CustomerKey, Identity> identities(List<CustomerKey> keys, Grant grant) {
    Long[] values = keys.stream().map(CustomerKey::value).toArray(Long[]::new);
    return jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select c.customer_key, c.id_cipher, c.profile_cipher, c.country,
                          s.name as source
                        from co_customer c join co_source s on s.id = c.source_id
                        where c.customer_key = any(:keys)""")
                    .bind("keys", values)
                    .mapTo(Row.class)
                    .list())
        .stream()
        .map(row -> identity(row, grant))
        .collect(Collectors.toMap(Identity::key, i -> i));
  }

  private Identity identity(Row row, Grant grant) {
    boolean clear = grant.allows(Field.IDENTITY);
    JsonObject profile =
        Optional.ofNullable(row.profileCipher())
            .map(cipher -> Json.parse(vault.decrypt("co_customer.profile_cipher", cipher)))
            .orElse(JsonObject.EMPTY_JSON_OBJECT);
    String shopId = vault.decrypt("co_customer.id_cipher", row.idCipher());
    return new Identity(
        new CustomerKey(row.customerKey()),
        clear ? shopId : Masks.shopId(shopId),
        field(profile, "name", clear, Masks::name),
        field(profile, "email", clear, Masks::email),
        field(profile, "phone", clear, Masks::phone),
        Optional.ofNullable(row.country()),
        row.source(),
        clear);
  }

  private static Optional<String> field(
      JsonObject profile, String name, boolean clear, UnaryOperator<String> mask) {
    return Optional.ofNullable(profile.getString(name, null)).map(v -> clear ? v : mask.apply(v));
  }
}
