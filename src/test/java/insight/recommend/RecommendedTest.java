package insight.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.kernel.Refused;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecommendedTest {
  private static final Recommended.Because BECAUSE =
      new Recommended.Because("22382", "LUNCH BAG SPACEBOY", 1_243, 2_377, true);

  private static Recommended recommended(Recommended.Because... because) {
    return new Recommended("22383", "LUNCH BAG SUKI", 1, List.of(because));
  }

  @Test
  void theReasonNamesTheOwnProductAndTheCounts() {
    assertEquals(
        "because you bought LUNCH BAG SPACEBOY; 1,243 of 2,377 buyers bought both",
        recommended(BECAUSE).reason(Locale.ENGLISH));
    assertEquals(
        "因为您购买过 LUNCH BAG SPACEBOY；2,377 位购买者中有 1,243 位两样都买了",
        recommended(BECAUSE).reason(Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void withoutAPersonalReasonItSaysSo() {
    assertEquals("among what sells best now", recommended().reason(Locale.ENGLISH));
  }

  @Test
  void aListHasOneToAHundredPlaces() {
    assertThrows(Refused.class, () -> Wish.of(0));
    assertThrows(Refused.class, () -> Wish.of(101));
    assertEquals(100, Wish.of(100).limit());
  }
}
