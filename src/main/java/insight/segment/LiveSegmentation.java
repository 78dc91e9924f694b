package insight.segment;

import insight.train.ModelPromoted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/**
 * Follows the registry: when an older segmentation's model is put back, its groups count again, in
 * the same transaction. A new one is put live where it is kept.
 */
@ApplicationScoped
class LiveSegmentation {
  @Inject Jdbi jdbi;

  void onPromoted(@Observes ModelPromoted promoted) {
    if (!promoted.task().equals(SegmentCustomers.NAME)) {
      return;
    }
    jdbi.useHandle(
        h -> {
          boolean kept =
              h.createQuery("select exists (select 1 from sg_segmentation where model_id = :model)")
                  .bind("model", promoted.modelId())
                  .mapTo(Boolean.class)
                  .one();
          if (kept) {
            h.execute("update sg_segmentation set live = false where live");
            h.execute(
                "update sg_segmentation set live = true where model_id = ?", promoted.modelId());
          }
        });
  }
}
