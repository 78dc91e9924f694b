package insight.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class SumsTest {
  @Test
  void anEmptyPartIsNoughtForSumsAndCountsAndNothingForMeansAndShares() {
    Figures figures = Sums.NOTHING.figures();
    for (Kpi kpi : Kpi.values()) {
      assertEquals(kpi.sumOrCount(), figures.of(kpi).hasValue(), kpi.id());
    }
    assertFalse(Double.isFinite(figures.returnShare()));
  }

  @Test
  void theAutumnOf2011ReadsAsTheShopKnowsIt() {
    Figures autumn =
        new Sums(
                true,
                null,
                372_306_580,
                6646,
                140_320.11,
                2851,
                2851,
                1361,
                980,
                17_091_726,
                3081,
                56_909_125,
                null)
            .figures();
    Figure average = autumn.of(Kpi.AVERAGE_ORDER_VALUE);
    assertEquals(56_020, average.value(), 1);
    assertEquals(3374, average.halfWidth(), 1);
    assertEquals(.4774, autumn.of(Kpi.REPEAT_RATE).value(), .0001);
    assertEquals(.0183, autumn.of(Kpi.REPEAT_RATE).halfWidth(), .0001);
    assertEquals(.0459, autumn.returnShare(), .0001);
  }
}
