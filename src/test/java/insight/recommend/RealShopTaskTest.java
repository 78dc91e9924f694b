package insight.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.RealShop;
import insight.learn.rank.Interactions;
import insight.prepare.Snapshot;
import insight.train.LearningTask.Order;
import insight.train.LearningTask.Trained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The task's figures on a real shop (UCI Online Retail). */
class RealShopTaskTest {
  private static final double NEAR = .003;

  private static Snapshot.Interactions shop() {
    Interactions all = RealShop.interactions();
    List<Snapshot.Interactions.Bought> bought = new ArrayList<>(all.size());
    for (int user = 0; user < all.users(); user++) {
      for (int entry = all.from(user); entry < all.from(user) + all.itemsOf(user).length; entry++) {
        bought.add(
            new Snapshot.Interactions.Bought(
                all.userKey(user),
                all.items().get(all.item(entry)),
                Instant.ofEpochMilli(all.millis(entry)),
                all.count(entry)));
      }
    }
    return Shops.snapshot(bought);
  }

  private static Trained train(Snapshot.Interactions shop, double leaveOutCharges) {
    return new RankProducts()
        .train(
            new Order("item-knn", Map.of("leave-out-charges", leaveOutCharges), 1),
            shop,
            share -> {});
  }

  @Test
  void leavingChargesOutKeepsTheKnownFigures() {
    Snapshot.Interactions shop = shop();
    Trained with = train(shop, 0);
    assertEquals(.1226, with.metrics().getFirst().value(), NEAR);
    assertEquals(2543, with.metrics().getFirst().n());

    Trained without = train(shop, 1);
    assertEquals(
        List.of("BANK CHARGES", "DOT", "M", "PADS", "POST"),
        without.provenance().get("chargesLeftOut"));
    assertEquals(.1226, without.metrics().getFirst().value(), NEAR);
    assertTrue(without.verdict().beatsBaseline());
  }
}
