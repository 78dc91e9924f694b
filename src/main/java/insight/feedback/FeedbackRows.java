package insight.feedback;

import insight.collect.EventKind;
import insight.kernel.CustomerKey;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Feedback as it lies among the events: its own words are in the properties. */
@ApplicationScoped
class FeedbackRows {
  static final String ID = "id";
  static final String BY = "by";
  static final String WITHDRAWS = "withdraws";
  private static final String ABOUT = "about";
  private static final String MODEL = "model";
  private static final String ORDER = "order";
  private static final String TOPIC = "topic";

  @Inject Jdbi jdbi;
  @Inject Vault vault;

  private record Row(
      long eventId,
      Instant occurredAt,
      @Nullable Long customerKey,
      @Nullable String product,
      byte @Nullable [] textCipher,
      @Nullable String id,
      @Nullable String by,
      @Nullable String about,
      @Nullable String model,
      @Nullable String orderNo,
      @Nullable String topic,
      @Nullable String verdict,
      @Nullable String reason) {}

  /** What the properties say of the subject. */
  static Map<String, String> properties(About about) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(ABOUT, about.kind().word());
    switch (about) {
      case About.Recommendation r -> r.model().ifPresent(m -> map.put(MODEL, m));
      case About.Order o -> map.put(ORDER, o.number());
      case About.Service s -> map.put(TOPIC, s.topic());
    }
    return map;
  }

  static Optional<String> product(About about) {
    return about instanceof About.Recommendation r ? Optional.of(r.product()) : Optional.empty();
  }

  /** Feedback that stands: not withdrawn, readable under the grant, fitting the filter. */
  private static String standing(Grant grant) {
    return """
        from co_event e left join pr_person p on p.customer_key = e.customer_key
        where e.kind = %d and e.properties->>'withdraws' is null
          and not exists (select 1 from co_event w where w.kind = %d
            and w.source_id = e.source_id and w.properties->>'withdraws' = e.properties->>'id')
          and (cast(:about as text) is null or e.properties->>'about' = :about)
          and (cast(:verdict as text) is null or e.properties->>'verdict' = :verdict)
          and (cast(:product as text) is null or e.product = :product)
          and (cast(:model as text) is null or e.properties->>'model' = :model)
          and (e.customer_key is null or %s)
        """
        .formatted(
            EventKind.FEEDBACK.code(),
            EventKind.FEEDBACK.code(),
            grant.persons("coalesce(p.person, e.customer_key)"));
  }

  private static Query bound(Query query, Feedback.Filter filter) {
    return query
        .bind("about", filter.about().map(About.Kind::word).orElse(null))
        .bind("verdict", filter.verdict().map(Verdict::word).orElse(null))
        .bind("product", filter.product().orElse(null))
        .bind("model", filter.model().orElse(null));
  }

  List<Entry> newest(Grant grant, Feedback.Filter filter, int limit, Optional<Entry> after) {
    String sql =
        """
        select e.event_id, e.occurred_at, e.customer_key, e.product, e.text_cipher,
          e.properties->>'id' as id, e.properties->>'by' as by, e.properties->>'about' as about,
          e.properties->>'model' as model, e.properties->>'order' as order_no,
          e.properties->>'topic' as topic, e.properties->>'verdict' as verdict,
          e.properties->>'reason' as reason
        """
            + standing(grant)
            + """
              and (cast(:beforeAt as timestamptz) is null
                or (e.occurred_at, e.event_id) < (:beforeAt, :beforeEvent))
            order by e.occurred_at desc, e.event_id desc limit :limit""";
    boolean words = grant.allows(Field.FREE_TEXT);
    return jdbi
        .withHandle(
            h ->
                bound(h.createQuery(sql), filter)
                    .bind("beforeAt", after.map(Entry::at).orElse(null))
                    .bind("beforeEvent", after.map(Entry::event).orElse(0L))
                    .bind("limit", limit)
                    .mapTo(Row.class)
                    .list())
        .stream()
        .map(row -> entry(row, words))
        .toList();
  }

  Feedback.Counts counts(Grant grant, Feedback.Filter filter) {
    String sql =
        """
        select count(*) filter (where e.properties->>'verdict' = 'up') as up,
          count(*) filter (where e.properties->>'verdict' = 'down') as down
        """
            + standing(grant);
    return jdbi.withHandle(
        h -> bound(h.createQuery(sql), filter).mapTo(Feedback.Counts.class).one());
  }

  private Entry entry(Row row, boolean words) {
    Optional<byte[]> cipher = Optional.ofNullable(row.textCipher());
    return new Entry(
        text(row.id()),
        row.eventId(),
        row.occurredAt(),
        Optional.ofNullable(row.customerKey()).map(CustomerKey::new),
        about(row),
        Verdict.of(text(row.verdict())).orElse(Verdict.UP),
        Optional.ofNullable(row.reason()),
        cipher.filter(c -> words).map(c -> vault.decrypt("co_event.text_cipher", c)),
        cipher.isPresent(),
        text(row.by()));
  }

  private static About about(Row row) {
    return switch (About.Kind.of(text(row.about())).orElse(About.Kind.SERVICE)) {
      case RECOMMENDATION ->
          new About.Recommendation(text(row.product()), Optional.ofNullable(row.model()));
      case ORDER -> new About.Order(text(row.orderNo()));
      case SERVICE -> new About.Service(text(row.topic()));
    };
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
