package insight.recommend;

import insight.runtime.UseCase;
import insight.train.Model;
import insight.train.Models;
import insight.train.TrainingRun;
import insight.train.TrainingRuns;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How good the ranking models were on purchases they had not seen. */
@UseCase
public class Qualities {
  @Inject Models models;
  @Inject TrainingRuns runs;

  /** Of the live model; empty when there is none. */
  public Optional<RecommendationQuality> live() {
    return models.live(RankProducts.NAME).map(this::of);
  }

  /** Of all versions, the newest first. */
  public List<RecommendationQuality> all() {
    return models.list(RankProducts.NAME).stream().map(this::of).toList();
  }

  private RecommendationQuality of(Model model) {
    TrainingRun run = runs.required(model.runId());
    return new RecommendationQuality(
        model, run.snapshotId(), run.seed(), run.metrics(), run.provenance());
  }
}
