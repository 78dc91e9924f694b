package insight.segment;

import insight.prepare.FeatureColumns;
import insight.privacy.Grant;
import insight.privacy.Holder.Person;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** In which segment a customer is and why, and the RFM scores. */
@UseCase
public class Memberships {
  @Inject Jdbi jdbi;
  @Inject Segments segments;
  @Inject FeatureColumns columns;

  private record Row(
      long person,
      long segmentId,
      int recencyDays,
      int frequency,
      long monetaryMinor,
      int products) {

    Map<GroupFeature, Double> values() {
      Map<GroupFeature, Double> values = new EnumMap<>(GroupFeature.class);
      values.put(GroupFeature.RECENCY, (double) recencyDays);
      values.put(GroupFeature.FREQUENCY, (double) frequency);
      values.put(GroupFeature.MONETARY, (double) monetaryMinor);
      values.put(GroupFeature.PRODUCTS, (double) products);
      return values;
    }
  }

  /** A customer's place, and the scores among all customers of the same snapshot. */
  public record Standing(Membership membership, Rfm rfm) {}

  /**
   * The standing in the live segmentation; empty when there is none, or the person is not in it, or
   * may not be read for the grant's purpose.
   */
  public Optional<Standing> of(Person person, Grant grant) {
    return segments.live().flatMap(live -> row(live, person, grant).flatMap(r -> of(live, r)));
  }

  private Optional<Standing> of(Segmentation live, Row row) {
    return live.segment(row.segmentId())
        .map(
            own ->
                new Standing(
                    new Placing(live, values(live, row)).in(own),
                    live.method()
                        .rfm()
                        .of(row.recencyDays(), row.frequency(), row.monetaryMinor())));
  }

  /** The values of all features of the segmentation that are known of the person. */
  private Map<GroupFeature, Double> values(Segmentation live, Row row) {
    Map<GroupFeature, Double> values = row.values();
    List<GroupFeature> more =
        live.method().scales().stream()
            .map(Method.Scale::feature)
            .filter(f -> !f.isShort())
            .toList();
    if (!more.isEmpty()) {
      columns
          .person(live.snapshot(), row.person(), more.stream().map(GroupFeature::word).toList())
          .forEach((id, value) -> values.put(GroupFeature.of(id), value));
    }
    return values;
  }

  private Optional<Row> row(Segmentation live, Person person, Grant grant) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select m.person, m.segment_id, f.recency_days, f.frequency, f.monetary_minor, f.products
                    from sg_member m
                    join pr_customer_features f on f.snapshot_id = :snapshot and f.person = m.person
                    where m.segmentation_id = :segmentation and m.person = any(:keys) and %s
                    order by f.monetary_minor desc limit 1"""
                        .formatted(grant.persons("m.person")))
                .bind("snapshot", live.snapshot())
                .bind("segmentation", live.id())
                .bind("keys", person.keyArray())
                .mapTo(Row.class)
                .findOne());
  }
}
