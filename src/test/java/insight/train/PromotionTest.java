package insight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromotionTest {
  @ParameterizedTest
  @CsvSource({
    "false, true, FIRST",
    "false, false, NOT_BETTER",
    "true, true, WAITS",
    "true, false, NOT_BETTER"
  })
  void theFirstThatBeatsItsBaselineGoesLive(boolean live, boolean beats, Promotion expected) {
    assertEquals(expected, Promotion.of(false, live, beats));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void aSegmentationGoesLiveWhenItsRunIsDone(boolean live, boolean beats) {
    Promotion promotion = Promotion.of(true, live, beats);
    assertEquals(Promotion.WHEN_DONE, promotion);
    assertTrue(promotion.live());
  }

  @ParameterizedTest
  @EnumSource(Promotion.class)
  void everyOutcomeIsSaidInWords(Promotion promotion) {
    assertTrue(Texts.has(Locale.ENGLISH, promotion.sentence().key()));
  }

  @Test
  void onlyTwoOutcomesGoLive() {
    assertEquals(
        java.util.List.of(Promotion.WHEN_DONE, Promotion.FIRST),
        java.util.Arrays.stream(Promotion.values()).filter(Promotion::live).toList());
  }
}
