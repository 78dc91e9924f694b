package insight.segment;

import insight.prepare.Snapshot;
import insight.runtime.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes a segmentation and puts it live, in the transaction that registers its model. */
@ApplicationScoped
class SegmentStore {
  /** Older segmentations keep their segments but lose their members. */
  private static final int MEMBERS_KEPT = 12;

  @Inject Jdbi jdbi;
  @Inject Clock clock;

  /** How many known customers bought something; counted up to {@code enough}. */
  int buyers(int enough) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select count(*) from (select distinct customer_key from co_event
                      where kind = 7 and class = 1 and customer_key is not null limit :enough) c""")
                .bind("enough", enough)
                .mapTo(Integer.class)
                .one());
  }

  void keep(long runId, long modelId, Snapshot.Header snapshot, Grouping grouping) {
    jdbi.useHandle(
        h -> {
          h.execute("update sg_segmentation set live = false where live");
          insertSegmentation(h, runId, modelId, snapshot, grouping.method());
          List<Long> segments = new ArrayList<>();
          for (int cluster = 0; cluster < grouping.groups().size(); cluster++) {
            segments.add(insertSegment(h, runId, grouping, cluster));
          }
          insertMembers(h, runId, snapshot.id(), grouping, segments);
          forgetOldMembers(h);
        });
  }

  private void insertSegmentation(
      Handle h, long runId, long modelId, Snapshot.Header snapshot, Method method) {
    h.createUpdate(
            """
            insert into sg_segmentation
              (id, model_id, snapshot_id, cutoff, currency, method, live, created_at)
            values (:id, :model, :snapshot, :cutoff, :currency, cast(:method as jsonb), true, :now)""")
        .bind("id", runId)
        .bind("model", modelId)
        .bind("snapshot", snapshot.id())
        .bind("cutoff", snapshot.cutoff())
        .bind("currency", snapshot.currency().orElse(null))
        .bind("method", method.json().toString())
        .bind("now", clock.instant())
        .execute();
  }

  private static long insertSegment(Handle h, long runId, Grouping grouping, int cluster) {
    Grouping.Group group = grouping.groups().get(cluster);
    JsonObjectBuilder profile = Json.object();
    group.profile().forEach(p -> profile.add(p.feature().word(), p.json()));
    return h.createQuery(
            """
            insert into sg_segment (segmentation_id, cluster, label, ordinal, size, customer_share,
              revenue_minor, revenue_share, profile)
            values (:segmentation, :cluster, :label, :ordinal, :size, :customerShare,
              :revenue, :revenueShare, cast(:profile as jsonb))
            returning id""")
        .bind("segmentation", runId)
        .bind("cluster", cluster)
        .bind("label", group.name().label().word())
        .bind("ordinal", group.name().ordinal())
        .bind("size", group.size())
        .bind("customerShare", grouping.customerShare(group))
        .bind("revenue", group.revenueMinor())
        .bind("revenueShare", grouping.revenueShare(group))
        .bind("profile", profile.build().toString())
        .mapTo(Long.class)
        .one();
  }

  /** Whoever was forgotten since the snapshot was read is no longer in it, and gets no row. */
  private static void insertMembers(
      Handle h, long runId, long snapshot, Grouping grouping, List<Long> segments) {
    h.createUpdate(
            """
            insert into sg_member (segmentation_id, person, segment_id)
            select :segmentation, m.person, m.segment
            from unnest(cast(:persons as bigint[]), cast(:segments as bigint[])) m (person, segment)
            join pr_customer_features f on f.snapshot_id = :snapshot and f.person = m.person""")
        .bind("segmentation", runId)
        .bind("snapshot", snapshot)
        .bind("persons", Arrays.stream(grouping.persons()).boxed().toArray(Long[]::new))
        .bind(
            "segments",
            Arrays.stream(grouping.groupOf()).mapToObj(segments::get).toArray(Long[]::new))
        .execute();
  }

  private static void forgetOldMembers(Handle h) {
    h.createUpdate(
            """
            delete from sg_member where segmentation_id in
              (select id from sg_segmentation order by created_at desc, id desc offset :kept)""")
        .bind("kept", MEMBERS_KEPT)
        .execute();
  }
}
