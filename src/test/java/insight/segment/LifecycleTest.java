package insight.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final int QUIET = 90;

  @Test
  void whoNeverBoughtIsAProspect() {
    assertEquals(Lifecycle.PROSPECT, Lifecycle.of(0, 0, 0, QUIET));
  }

  @Test
  void aFirstOrderWithinTheQuietDaysMakesANewCustomer() {
    assertEquals(Lifecycle.NEW, Lifecycle.of(1, 90, 90, QUIET));
    assertEquals(Lifecycle.NEW, Lifecycle.of(9, 80, 1, QUIET));
    assertEquals(Lifecycle.ACTIVE, Lifecycle.of(2, 91, 40, QUIET));
  }

  @Test
  void fiveOrdersMakeAnOldCustomerLoyal() {
    assertEquals(Lifecycle.ACTIVE, Lifecycle.of(4, 300, 10, QUIET));
    assertEquals(Lifecycle.LOYAL, Lifecycle.of(5, 300, 10, QUIET));
  }

  @Test
  void afterTheQuietDaysACustomerIsAtRiskAndAfterTwiceAsManyDormant() {
    assertEquals(Lifecycle.LOYAL, Lifecycle.of(9, 300, 90, QUIET));
    assertEquals(Lifecycle.AT_RISK, Lifecycle.of(9, 300, 91, QUIET));
    assertEquals(Lifecycle.AT_RISK, Lifecycle.of(9, 300, 180, QUIET));
    assertEquals(Lifecycle.DORMANT, Lifecycle.of(9, 300, 181, QUIET));
  }

  @Property
  void whoWaitsLongerNeverGetsLivelier(
      @ForAll @IntRange(min = 1, max = 30) int orders,
      @ForAll @IntRange(min = 0, max = 700) int sinceLast,
      @ForAll @IntRange(min = 0, max = 700) int before,
      @ForAll @IntRange(min = 1, max = 365) int wait) {
    Lifecycle now = Lifecycle.of(orders, sinceLast + before, sinceLast, QUIET);
    Lifecycle later = Lifecycle.of(orders, sinceLast + before + wait, sinceLast + wait, QUIET);
    assertTrue(later.ordinal() >= now.ordinal(), () -> now + " became " + later);
  }
}
