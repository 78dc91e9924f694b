package insight.learn.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import insight.learn.rank.Interactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SplitTest {
  private final Interactions.Builder shop = new Interactions.Builder();

  private void buys(long user, long day, String... items) {
    for (String item : items) {
      shop.add(user, item, Instant.ofEpochSecond(day * 86_400), 1);
    }
  }

  @Test
  void theLastFifthIsTheTest() {
    buys(1, 1, "a", "b");
    buys(1, 2, "c", "d");
    buys(1, 3, "e");
    Split split = Split.lastShareByUser(shop.build(), .2);
    assertEquals(1, split.size());
    assertArrayEquals(new int[] {4}, split.test(0));
    assertArrayEquals(new int[] {0, 1, 2, 3}, split.train().itemsOf(0));
  }

  @Test
  void anOrderIsNeverCut() {
    buys(1, 1, "a", "b", "c", "d");
    buys(1, 2, "e", "f", "g");
    Split split = Split.lastShareByUser(shop.build(), .2);
    assertArrayEquals(new int[] {4, 5, 6}, split.test(0));
  }

  @Test
  void whoHasTooFewProductsOrOneOrderOnlyIsNotMeasured() {
    buys(1, 1, "a", "b", "c", "d");
    buys(2, 1, "a", "b", "c", "d", "e", "f");
    buys(3, 1, "a", "b", "c");
    buys(3, 2, "d", "e", "f");
    buys(4, 1, "a", "b", "c", "d");
    buys(4, 2, "e");
    Split split = Split.lastShareByUser(shop.build(), .2);
    assertEquals(1, split.size());
    assertEquals(4, split.train().userKey(split.user(0)));
    assertEquals(4, split.train().size());
  }

  @Test
  void buyingAgainIsNotATestOfAnything() {
    buys(1, 1, "a", "b", "c", "d");
    buys(1, 2, "a", "e");
    assertArrayEquals(new int[] {4}, Split.lastShareByUser(shop.build(), .2).test(0));
  }

  @Test
  void noMeasurableCustomerIsRefusedInWords() {
    buys(1, 1, "a", "b");
    Interactions few = shop.build();
    Refused refused = assertThrows(Refused.class, () -> Split.lastShareByUser(few, .2));
    assertTrue(refused.in(Locale.ENGLISH).contains("5 different products"));
  }

  @Property(tries = 100)
  void everyTestPurchaseIsLaterThanAllThatWasLearntFrom(@ForAll long seed) {
    Interactions all = random(seed);
    Split split = Split.lastShareByUser(all, .2);
    for (int place = 0; place < split.size(); place++) {
      int user = split.user(place);
      Interactions train = split.train();
      long latest = train.millis(train.from(user + 1) - 1);
      int[] test = split.test(place);
      for (int entry = all.from(user); entry < all.from(user + 1); entry++) {
        int item = all.item(entry);
        boolean tested = Arrays.stream(test).anyMatch(t -> t == item);
        assertEquals(tested, all.millis(entry) > latest);
      }
      assertEquals(all.itemsOf(user).length, train.itemsOf(user).length + test.length);
    }
  }

  private static Interactions random(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Interactions.Builder builder = new Interactions.Builder();
    for (int i = 0; i < 300; i++) {
      String item = "i" + chance.nextInt(40);
      builder.add(chance.nextInt(8), item, Instant.ofEpochSecond(chance.nextInt(9)), 1);
    }
    for (int i = 0; i < 5; i++) {
      builder.add(99, "z" + i, Instant.ofEpochSecond(i), 1);
    }
    return builder.build();
  }
}
