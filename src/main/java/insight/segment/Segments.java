package insight.segment;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.privacy.Audit;
import insight.privacy.Field;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The groups of customers: what they are like, who is in them, what they are called. */
@UseCase
public class Segments {
  private static final int LONGEST_NAME = 60;

  @Inject Jdbi jdbi;
  @Inject SegmentRows rows;
  @Inject Audit audit;

  /**
   * A customer in a segment, as the snapshot knew the person.
   *
   * @param country empty also where the grant does not allow it
   */
  public record Member(
      CustomerKey key,
      int recencyDays,
      int orders,
      long monetaryMinor,
      int products,
      Optional<String> country) {}

  private record MemberRow(
      long person,
      int recencyDays,
      int frequency,
      long monetaryMinor,
      int products,
      @Nullable String country) {}

  /** The segmentation that counts now; empty before the first training run. */
  public Optional<Segmentation> live() {
    return jdbi.withHandle(h -> rows.segmentation(h, "live", 0));
  }

  /** The segmentation before this one. */
  public Optional<Segmentation> before(Segmentation segmentation) {
    return jdbi.withHandle(
        h ->
            rows.segmentation(
                h, "id = (select max(id) from sg_segmentation where id < :id)", segmentation.id()));
  }

  /** A segment of any segmentation. */
  public Optional<Segment> find(long id) {
    return segmentationOf(id).flatMap(s -> s.segment(id));
  }

  /** The segmentation to which a segment belongs. */
  public Optional<Segmentation> segmentationOf(long segment) {
    return jdbi.withHandle(
        h ->
            rows.segmentation(
                h, "id = (select segmentation_id from sg_segment where id = :id)", segment));
  }

  /**
   * The segment of this id.
   *
   * @throws Refused when there is none
   */
  public Segment required(long id) {
    return find(id).orElseThrow(() -> Refused.notFound("segment.unknown", String.valueOf(id)));
  }

  /** Members by falling spend; a segment never changes, so an offset always means the same. */
  public List<Member> members(Segment segment, Grant grant, long offset, int limit) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select m.person, f.recency_days, f.frequency, f.monetary_minor, f.products,
                      f.country
                    from sg_member m
                    join sg_segmentation s on s.id = m.segmentation_id
                    join pr_customer_features f
                      on f.snapshot_id = s.snapshot_id and f.person = m.person
                    where m.segment_id = :segment and %s
                    order by f.monetary_minor desc, m.person offset :offset limit :limit"""
                        .formatted(grant.persons("m.person")))
                .bind("segment", segment.id())
                .bind("offset", offset)
                .bind("limit", limit)
                .mapTo(MemberRow.class)
                .stream()
                .map(row -> member(row, grant))
                .toList());
  }

  private static Member member(MemberRow row, Grant grant) {
    return new Member(
        new CustomerKey(row.person()),
        row.recencyDays(),
        row.frequency(),
        row.monetaryMinor(),
        row.products(),
        Optional.ofNullable(grant.allows(Field.REGION) ? row.country() : null));
  }

  /** How many members may be read under the grant. */
  public long memberCount(Segment segment, Grant grant) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from sg_member m where m.segment_id = :segment and "
                        + grant.persons("m.person"))
                .bind("segment", segment.id())
                .mapTo(Long.class)
                .one());
  }

  /**
   * Gives a segment a name, or (empty) its automatic one back.
   *
   * @throws Refused for a name that is too long or another segment's, or a role that may not
   */
  public Segment rename(long id, Optional<String> wanted, Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("segment.rename.role");
    }
    Segment segment = required(id);
    Optional<String> name = wanted.map(String::strip).filter(n -> !n.isEmpty());
    name.ifPresent(n -> checkName(segment, n));
    jdbi.useHandle(
        h ->
            h.createUpdate("update sg_segment set name = :name where id = :id")
                .bind("name", name.orElse(null))
                .bind("id", id)
                .execute());
    audit.record(
        by.name(),
        Audit.Action.CHANGE,
        "segment-" + id,
        null,
        Map.of("from", segment.title(Locale.ENGLISH), "to", name.orElse("automatic")));
    return required(id);
  }

  private void checkName(Segment segment, String name) {
    if (name.length() > LONGEST_NAME) {
      throw Refused.invalid("/name", "segment.rename.long", LONGEST_NAME);
    }
    boolean taken =
        segmentationOf(segment.id()).orElseThrow().segments().stream()
            .filter(other -> other.id() != segment.id())
            .anyMatch(
                other ->
                    Texts.LANGUAGES.stream()
                        .anyMatch(locale -> other.title(locale).equalsIgnoreCase(name)));
    if (taken) {
      throw Refused.invalid("/name", "segment.rename.taken", name);
    }
  }
}
