package insight.collect;

import insight.privacy.Holder;
import insight.privacy.Vault;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Collect's part of a person's rights: who the person is and what happened. {@code co_seen} stays:
 * it holds nothing but hashes, and they keep the same events from being stored again. {@code
 * co_reject} has no customer key; its values are encrypted fragments that go with their import.
 */
@ApplicationScoped
class CollectHolder implements Holder {
  @Inject Jdbi jdbi;
  @Inject Vault vault;

  private record Named(
      byte[] idCipher, byte @Nullable [] profileCipher, @Nullable String country, String source) {}

  private record Happened(
      Instant occurredAt,
      short kind,
      @Nullable String product,
      @Nullable String orderNo,
      @Nullable String quantity,
      @Nullable Long amountMinor,
      @Nullable String currency,
      @Nullable String country,
      byte @Nullable [] textCipher,
      @Nullable String properties) {}

  @Override
  public Set<String> tables() {
    return Set.of("co_customer", "co_event", "co_profile_before", "co_link");
  }

  @Override
  public JsonValue export(Person person) {
    return jdbi.withHandle(
        h ->
            Json.object()
                .add("identities", identities(h, person))
                .add("events", events(h, person))
                .build());
  }

  private JsonArrayBuilder identities(Handle h, Person person) {
    JsonArrayBuilder list = Json.array();
    h.createQuery(
            """
            select c.id_cipher, c.profile_cipher, c.country, s.name as source
            from co_customer c join co_source s on s.id = c.source_id
            where c.customer_key = any(:keys) order by c.customer_key""")
        .bind("keys", person.keyArray())
        .mapTo(Named.class)
        .forEach(
            row -> {
              JsonObjectBuilder json =
                  Json.object()
                      .add("source", row.source())
                      .add("id", vault.decrypt("co_customer.id_cipher", row.idCipher()));
              if (row.profileCipher() != null) {
                json.add(
                    "profile",
                    Json.parse(vault.decrypt("co_customer.profile_cipher", row.profileCipher())));
              }
              list.add(json.add("country", Json.value(row.country())));
            });
    return list;
  }

  private JsonArrayBuilder events(Handle h, Person person) {
    JsonArrayBuilder list = Json.array();
    h.createQuery(
            """
            select occurred_at, kind, product, order_no, quantity::text as quantity, amount_minor,
              currency, country, text_cipher, properties::text as properties
            from co_event where customer_key = any(:keys) order by occurred_at, event_id""")
        .bind("keys", person.keyArray())
        .mapTo(Happened.class)
        .forEach(row -> list.add(event(row)));
    return list;
  }

  private JsonObjectBuilder event(Happened row) {
    JsonObjectBuilder json =
        Json.object()
            .add("at", row.occurredAt().toString())
            .add("kind", EventKind.of(row.kind()).name())
            .add("product", Json.value(row.product()))
            .add("order", Json.value(row.orderNo()))
            .add("quantity", Json.value(row.quantity()))
            .add("amountMinor", Json.value(row.amountMinor()))
            .add("currency", Json.value(row.currency()))
            .add("country", Json.value(row.country()));
    if (row.textCipher() != null) {
      json.add("text", vault.decrypt("co_event.text_cipher", row.textCipher()));
    }
    if (row.properties() != null) {
      json.add("properties", Json.parse(row.properties()));
    }
    return json;
  }

  @Override
  public Outcome forget(Person person) {
    long rows =
        jdbi.withHandle(
            h ->
                h.createUpdate("delete from co_event where customer_key = any(:keys)")
                        .bind("keys", person.keyArray())
                        .execute()
                    + h.createUpdate(
                            "delete from co_profile_before where customer_key = any(:keys)")
                        .bind("keys", person.keyArray())
                        .execute()
                    + h.createUpdate(
                            """
                            delete from co_link
                            where from_key = any(:keys) or to_key = any(:keys)""")
                        .bind("keys", person.keyArray())
                        .execute()
                    + h.createUpdate("delete from co_customer where customer_key = any(:keys)")
                        .bind("keys", person.keyArray())
                        .execute());
    return new Outcome("collect", rows);
  }
}
