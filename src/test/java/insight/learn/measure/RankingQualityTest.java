package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.rank.Interactions;
import insight.learn.rank.Popularity;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingQualityTest {
  @Property(tries = 300)
  void ndcgAndRecallAreBetweenZeroAndOne(
      @ForAll("items") int[] ranked, @ForAll("items") int[] test) {
    double ndcg = RankingQuality.ndcg(ranked, test, 10);
    double recall = RankingQuality.recall(ranked, test, 10);
    assertTrue(ndcg >= 0 && ndcg <= 1 + 1e-12);
    assertTrue(recall >= 0 && recall <= 1);
    assertEquals(ndcg > 0, recall > 0);
  }

  @Property(tries = 100)
  void thePerfectOrderHasOne(@ForAll("items") int[] test) {
    assertEquals(1, RankingQuality.ndcg(test, test, 10), 1e-12);
  }

  @Test
  void nothingToFindAndNothingShownAreZero() {
    assertEquals(0, RankingQuality.ndcg(new int[] {1}, new int[0], 10));
    assertEquals(0, RankingQuality.recall(new int[] {1}, new int[0], 10));
    assertEquals(0, RankingQuality.ndcg(new int[0], new int[] {1}, 10));
  }

  @Property(tries = 300)
  void oneHitMoreNeverLowers(
      @ForAll("items") int[] ranked,
      @ForAll("items") int[] test,
      @ForAll @IntRange(max = 9) int place,
      @ForAll @IntRange(max = 9) int which) {
    int found = test[which % test.length];
    int at = place % ranked.length;
    if (IntStream.of(ranked).anyMatch(i -> i == found) || contains(test, ranked[at])) {
      return;
    }
    int[] better = ranked.clone();
    better[at] = found;
    assertTrue(RankingQuality.ndcg(better, test, 10) > RankingQuality.ndcg(ranked, test, 10));
    assertTrue(RankingQuality.recall(better, test, 10) > RankingQuality.recall(ranked, test, 10));
  }

  /** Hits at 1 and 3 of 3 to find: (1 + 1/2) / (1 + 1/log₂3 + 1/2). */
  @Test
  void aSmallCaseIsRight() {
    int[] ranked = {7, 1, 8, 2};
    int[] test = {7, 8, 9};
    double ideal = 1 + Math.log(2) / Math.log(3) + .5;
    assertEquals(1.5 / ideal, RankingQuality.ndcg(ranked, test, 10), 1e-12);
    assertEquals(2 / 3.0, RankingQuality.recall(ranked, test, 10), 1e-12);
    assertEquals(0, RankingQuality.recall(new int[] {1, 7}, test, 1));
  }

  /** Two customers learn a…d and buy e, which a third one bought before, and f, which is new. */
  @Test
  void aRankerIsMeasuredCustomerByCustomer() {
    Interactions.Builder shop = new Interactions.Builder();
    for (long user = 1; user <= 3; user++) {
      for (String item : new String[] {"a", "b", "c", "d"}) {
        shop.add(user, item, Instant.EPOCH, 1);
      }
      shop.add(user, user == 3 ? "f" : "e", Instant.ofEpochSecond(user < 2 ? 5 : 0), 1);
      shop.add(user, "f", Instant.ofEpochSecond(9), 1);
    }
    shop.add(3, "g", Instant.ofEpochSecond(9), 1);
    Split split = Split.lastShareByUser(shop.build(), .2);
    var quality =
        RankingQuality.of(Popularity.train(split.train()).model(), split, 10, Progress.NONE);
    assertEquals(3, quality.users());
    assertEquals(split.train().boughtItems(), 6);
    assertEquals(quality.ndcg(1).value(), Arrays.stream(quality.ndcgByUser()).average().orElse(9));
    assertEquals(2 / 3.0, quality.hitRate(1).value(), 1e-12);
    assertEquals(0, quality.recallByUser()[2]);
    assertEquals(2 / 6.0, quality.coverage(), 1e-12);
    assertEquals(0, quality.ndcgAbove(quality, 1).value());
  }

  private static boolean contains(int[] items, int item) {
    return IntStream.of(items).anyMatch(i -> i == item);
  }

  @Provide
  Arbitrary<int[]> items() {
    return Arbitraries.integers()
        .between(0, 30)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray());
  }
}
