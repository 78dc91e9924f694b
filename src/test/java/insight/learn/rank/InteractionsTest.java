package insight.learn.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  private static Instant day(int day) {
    return Instant.ofEpochSecond(day * 86_400L);
  }

  @Test
  void aProductBoughtAgainIsOneEntryWithItsFirstTime() {
    Interactions shop =
        new Interactions.Builder()
            .add(7, "tea", day(3), 2)
            .add(7, "cup", day(2), 1)
            .add(7, "tea", day(1), 3)
            .build();
    assertEquals(2, shop.size());
    assertEquals(List.of("cup", "tea"), shop.items());
    assertArrayEquals(new int[] {1, 0}, shop.itemsOf(0));
    assertEquals(5, shop.count(0));
    assertEquals(day(1).toEpochMilli(), shop.millis(0));
  }

  @Test
  void theOrderOfAddingLeavesNoTrace() {
    Interactions a =
        new Interactions.Builder().add(1, "x", day(1), 1).add(2, "a", day(1), 1).build();
    Interactions b =
        new Interactions.Builder().add(2, "a", day(1), 1).add(1, "x", day(1), 1).build();
    assertEquals(a.items(), b.items());
    assertEquals(a.userKey(0), b.userKey(0));
    assertArrayEquals(a.itemsOf(0), b.itemsOf(0));
  }

  @Test
  void aPartKeepsTheIndices() {
    Interactions shop =
        new Interactions.Builder()
            .add(1, "a", day(1), 1)
            .add(2, "b", day(1), 1)
            .add(3, "c", day(1), 1)
            .build();
    BitSet last = new BitSet();
    last.set(2);
    Interactions part = shop.only(last);
    assertEquals(3, part.users());
    assertArrayEquals(new int[0], part.itemsOf(0));
    assertArrayEquals(new int[] {2}, part.itemsOf(2));
    assertArrayEquals(new int[] {0, 0, 1}, part.buyers());
    assertEquals(1, part.boughtItems());
  }

  @Test
  void nothingIsAlsoAShop() {
    Interactions nothing = new Interactions.Builder().build();
    assertEquals(0, nothing.size());
    assertEquals(0, nothing.users());
  }

  @Test
  void buyingZeroTimesIsRefused() {
    var builder = new Interactions.Builder();
    assertThrows(IllegalArgumentException.class, () -> builder.add(1, "a", day(1), 0));
  }
}
