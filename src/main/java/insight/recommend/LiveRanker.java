package insight.recommend;

import insight.learn.UnreadableModel;
import insight.learn.rank.Ranker;
import insight.runtime.Incidents;
import insight.runtime.Transactions;
import insight.train.Model;
import insight.train.ModelFile;
import insight.train.ModelPromoted;
import insight.train.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * The live model, read once and kept. Whether another went live, perhaps on another node, is asked
 * at most once a second.
 */
@ApplicationScoped
class LiveRanker {
  private static final long ASK_MILLIS = 1_000;

  @Inject Models models;
  @Inject Transactions transactions;
  @Inject Incidents incidents;
  @Inject Clock clock;

  /** A live model, ready; without ranker when its bytes cannot be read. */
  record Live(long id, String label, Optional<Ranker> ranker) {}

  private record Asked(long millis, Optional<Live> live) {}

  private volatile Asked asked = new Asked(Long.MIN_VALUE / 2, Optional.empty());

  Optional<Live> now() {
    Asked last = asked;
    return clock.millis() - last.millis() < ASK_MILLIS ? last.live() : ask();
  }

  private synchronized Optional<Live> ask() {
    Asked last = asked;
    if (clock.millis() - last.millis() >= ASK_MILLIS) {
      Optional<Live> live =
          models
              .live(RankProducts.NAME)
              .map(m -> last.live().filter(l -> l.id() == m.id()).orElseGet(() -> load(m)));
      asked = new Asked(clock.millis(), live);
    }
    return asked.live();
  }

  /**
   * A model that is damaged is reported once, and what sells best stands in. Its file is read in a
   * transaction of its own, so that a failure there does not take the caller's along.
   */
  private Live load(Model model) {
    String label = RecommendationQuality.label(model);
    try {
      ModelFile file = transactions.inNew(() -> models.file(model.id()));
      return new Live(model.id(), label, Optional.of(Ranker.read(file.format(), file.content())));
    } catch (UnreadableModel | IllegalStateException e) {
      incidents.report("The live model " + label + " cannot be read", e);
      return new Live(model.id(), label, Optional.empty());
    }
  }

  void onPromoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted promoted) {
    if (promoted.task().equals(RankProducts.NAME)) {
      asked = new Asked(Long.MIN_VALUE / 2, asked.live());
    }
  }
}
