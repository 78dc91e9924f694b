package insight.segment;

import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads segmentations. */
@ApplicationScoped
class SegmentRows {

  private record SegmentationRow(
      long id,
      long modelId,
      long snapshotId,
      Instant cutoff,
      Optional<String> currency,
      String method,
      Instant createdAt) {}

  private record SegmentRow(
      long id,
      long segmentationId,
      String label,
      int ordinal,
      Optional<String> name,
      long size,
      double customerShare,
      long revenueMinor,
      double revenueShare,
      String profile) {

    Segment segment(Optional<String> currency) {
      return new Segment(
          id,
          segmentationId,
          SegmentLabel.of(label),
          ordinal,
          name,
          size,
          customerShare,
          revenueMinor,
          revenueShare,
          currency,
          profiles(Json.parse(profile)));
    }

    private static List<FeatureProfile> profiles(JsonObject json) {
      return Stream.of(GroupFeature.values())
          .filter(f -> json.containsKey(f.word()))
          .map(f -> FeatureProfile.of(f.word(), json.getJsonObject(f.word())))
          .toList();
    }
  }

  /**
   * The one segmentation that fits.
   *
   * @param condition of this code's own; may name {@code :id}
   */
  Optional<Segmentation> segmentation(Handle h, String condition, long id) {
    return h.createQuery(
            """
            select id, model_id, snapshot_id, cutoff, currency, method, created_at
            from sg_segmentation where %s and :id = :id"""
                .formatted(condition))
        .bind("id", id)
        .mapTo(SegmentationRow.class)
        .findOne()
        .map(row -> whole(h, row));
  }

  private static Segmentation whole(Handle h, SegmentationRow row) {
    List<Segment> segments =
        h
            .createQuery(
                """
                select id, segmentation_id, label, ordinal, name, size, customer_share,
                  revenue_minor, revenue_share, profile
                from sg_segment where segmentation_id = :id
                order by revenue_minor desc, cluster""")
            .bind("id", row.id())
            .mapTo(SegmentRow.class)
            .stream()
            .map(s -> s.segment(row.currency()))
            .toList();
    return new Segmentation(
        row.id(),
        row.modelId(),
        row.snapshotId(),
        row.cutoff(),
        row.createdAt(),
        Method.of(Json.parse(row.method())),
        segments);
  }
}
