package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.RealShop;
import insight.learn.rank.ItemKnn;
import insight.learn.rank.Popularity;
import org.junit.jupiter.api.Test;

/** The figures of the protocol on Online Retail, which later rankers have to beat. */
class RealShopRankingTest {
  private static final double NEAR = .003;

  @Test
  void popularityAndItemNeighboursReachTheKnownFigures() {
    Split split = Split.lastShareByUser(RealShop.interactions(), .2);
    assertEquals(2543, split.size());
    assertEquals(3534, split.train().boughtItems());

    var popularity =
        RankingQuality.of(Popularity.train(split.train()).model(), split, 10, Progress.NONE);
    assertEquals(.0533, popularity.ndcg(1).value(), NEAR);
    assertEquals(.0221, popularity.recall(1).value(), NEAR);

    var trained = ItemKnn.train(split.train(), ItemKnn.Settings.USUAL, Progress.NONE);
    var neighbours = RankingQuality.of(trained.model(), split, 10, Progress.NONE);
    assertEquals(.1226, neighbours.ndcg(1).value(), NEAR);
    assertEquals(.0572, neighbours.recall(1).value(), NEAR);
    assertTrue(neighbours.ndcgAbove(popularity, 1).isAboveZero());
  }
}
