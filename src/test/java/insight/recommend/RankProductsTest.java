package insight.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.learn.rank.Ranker;
import insight.prepare.Snapshot;
import insight.train.LearningTask.Check;
import insight.train.LearningTask.Metric;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankProductsTest {
  private final RankProducts task = new RankProducts();

  private Trained train(String trainer, Snapshot snapshot) {
    return task.train(new Order(trainer, Map.of(), 1), snapshot, share -> {});
  }

  @Test
  void neighboursBeatWhatSellsBestWhereCustomersHaveTaste() {
    Trained trained = train("item-knn", Shops.withTaste(300, 10));
    assertTrue(trained.verdict().beatsBaseline());
    assertEquals("recommend.verdict.beats", trained.verdict().key());
    assertTrue(trained.checks().stream().allMatch(Check::passed));
    Metric ndcg = trained.metrics().getFirst();
    assertEquals("ndcg@10", ndcg.name());
    assertEquals(300, ndcg.n());
    assertTrue(ndcg.low() <= ndcg.value() && ndcg.value() <= ndcg.high());
    assertTrue(ndcg.low() > ndcg.baseline());
  }

  @Test
  void whatSellsBestNeverBeatsItself() {
    Trained trained = train("popularity", Shops.withTaste(300, 10));
    assertFalse(trained.verdict().beatsBaseline());
    assertEquals("recommend.verdict.baseline", trained.verdict().key());
  }

  @Test
  void theSameOrderGivesTheSameModelAndTheSameFigures() {
    Snapshot.Interactions shop = Shops.withTaste(200, 6);
    List<Snapshot.Interactions.Bought> turned = new ArrayList<>(shop.bought().reversed());
    Trained once = train("item-knn", shop);
    Trained again = train("item-knn", Shops.snapshot(turned));
    assertArrayEquals(once.model(), again.model());
    assertEquals(once.metrics(), again.metrics());
    assertEquals(once.verdict(), again.verdict());
  }

  @Test
  void theServedModelIsFittedToAllPurchasesAndReadsBack() {
    Snapshot.Interactions shop = Shops.withTaste(200, 6);
    Trained trained = train("item-knn", shop);
    Ranker ranker = Ranker.read(trained.format(), trained.model());
    long buyers = shop.bought().stream().filter(b -> b.product().equals("P000")).count();
    assertEquals(buyers, ranker.buyers(ranker.indexOf("P000").orElseThrow()));
  }

  @Test
  void aShopWithoutProductsIsRefusedInWords() {
    Refused refused =
        assertThrows(Refused.class, () -> train("item-knn", Shops.snapshot(List.of())));
    assertEquals(Refused.Kind.UNPROCESSABLE, refused.kind());
    for (var locale : Texts.LANGUAGES) {
      assertFalse(refused.in(locale).isBlank());
    }
  }

  @Test
  void tooFewProductsOrCustomersAreRefused() {
    Refused products =
        assertThrows(Refused.class, () -> train("item-knn", Shops.withTaste(300, 2)));
    assertEquals("recommend.data.products", products.reasons().getFirst().key());
    Refused customers =
        assertThrows(Refused.class, () -> train("item-knn", Shops.withTaste(90, 10)));
    assertEquals("recommend.data.customers", customers.reasons().getFirst().key());
  }

  @Test
  void chargesAreNoProducts() {
    List<Snapshot.Interactions.Bought> lines = new ArrayList<>(Shops.withTaste(200, 6).bought());
    for (int customer = 0; customer < 200; customer++) {
      lines.add(Shops.bought(customer, "POST", 2));
    }
    Trained without = train("item-knn", Shops.snapshot(lines));
    assertTrue(Ranker.read(without.format(), without.model()).indexOf("POST").isEmpty());
    assertEquals(List.of("POST"), without.provenance().get("chargesLeftOut"));
    Trained with =
        task.train(
            new Order("item-knn", Map.of("leave-out-charges", 0.0), 1),
            Shops.snapshot(lines),
            share -> {});
    assertTrue(Ranker.read(with.format(), with.model()).indexOf("POST").isPresent());
  }

  @Test
  void aCancelledRunStopsAtItsNextReport() {
    assertThrows(
        IllegalStateException.class,
        () ->
            task.train(
                new Order("item-knn", Map.of(), 1),
                Shops.withTaste(200, 6),
                share -> {
                  throw new IllegalStateException("cancelled");
                }));
  }

  @Test
  void theRecommendedTrainerStandsFirst() {
    assertEquals("item-knn", task.trainers().getFirst().name());
    assertFalse(task.livesWhenDone());
  }
}
