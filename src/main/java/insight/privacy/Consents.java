package insight.privacy;

import insight.kernel.CustomerKey;
import insight.runtime.Json;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** What customers agreed to or refused. Without a row nothing was said. */
@UseCase
public class Consents implements Holder {
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  /** One answer of a customer. */
  public record Consent(String purpose, boolean granted, Instant changedAt) {}

  /** Writes an answer down; the latest counts. */
  public void set(CustomerKey customer, String purpose, boolean granted, String source) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into pv_consent (customer_key, purpose, granted, changed_at, source)
                    values (:key, :purpose, :granted, :now, :source)
                    on conflict (customer_key, purpose) do update
                      set granted = excluded.granted, changed_at = excluded.changed_at,
                        source = excluded.source""")
                .bindMap(
                    Map.of(
                        "key", customer.value(),
                        "purpose", purpose,
                        "granted", granted,
                        "now", clock.instant(),
                        "source", source))
                .execute());
  }

  /** The answers of one person: of all its keys, the strictest counts. */
  public List<Consent> of(Set<Long> keys) {
    return strictest(
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select purpose, granted, changed_at from pv_consent
                        where customer_key = any(:keys)""")
                    .bind("keys", keys.toArray(Long[]::new))
                    .mapTo(Consent.class)
                    .list()));
  }

  /**
   * One answer a purpose: refused where any key refused, since a person who withdrew under one name
   * has withdrawn; among equal answers the newest. The answers themselves stay with their keys.
   */
  public static List<Consent> strictest(Collection<Consent> answers) {
    Map<String, Consent> byPurpose = new TreeMap<>();
    for (Consent answer : answers) {
      byPurpose.merge(answer.purpose(), answer, Consents::stricter);
    }
    return List.copyOf(byPurpose.values());
  }

  private static Consent stricter(Consent a, Consent b) {
    if (a.granted() != b.granted()) {
      return a.granted() ? b : a;
    }
    return a.changedAt().isBefore(b.changedAt()) ? b : a;
  }

  @Override
  public Set<String> tables() {
    return Set.of("pv_consent");
  }

  @Override
  public JsonValue export(Person person) {
    var list = Json.array();
    for (Consent consent : of(person.keys())) {
      list.add(
          Json.of(
              Map.of(
                  "purpose", consent.purpose(),
                  "granted", consent.granted(),
                  "changedAt", consent.changedAt().toString())));
    }
    return list.build();
  }

  @Override
  public Outcome forget(Person person) {
    return new Outcome(
        "privacy",
        jdbi.withHandle(
            h ->
                h.createUpdate("delete from pv_consent where customer_key = any(:keys)")
                    .bind("keys", person.keyArray())
                    .execute()));
  }
}
