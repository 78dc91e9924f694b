package insight.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Texts;
import insight.recommend.FeedbackSink.Thumb;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedbackRowsTest {

  @Test
  void theSubjectIsWrittenDownInPlainWords() {
    assertEquals(
        Map.of("about", "recommendation", "model", "item-knn v1"),
        FeedbackRows.properties(new About.Recommendation("22423", Optional.of("item-knn v1"))));
    assertEquals(
        Map.of("about", "order", "order", "536365"),
        FeedbackRows.properties(new About.Order("536365")));
    assertEquals(
        Map.of("about", "service", "topic", "delivery"),
        FeedbackRows.properties(new About.Service("delivery")));
  }

  @Test
  void aThumbBecomesAnOpinionAndBlankPartsAreNone() {
    Opinion opinion =
        RecommendationThumbs.opinion(new Thumb("22423", "item-knn v1", false, "other", "  "));
    assertEquals(Verdict.DOWN, opinion.verdict());
    assertEquals(Optional.of("other"), opinion.reason());
    assertTrue(opinion.text().isEmpty());
  }

  @Test
  void everyReasonThatPagesOfferHasWordsAndIsAValidCode() {
    for (Verdict verdict : Verdict.values()) {
      for (String code : Reasons.of(verdict)) {
        assertEquals(
            Optional.of(code),
            new Opinion(new About.Service("x"), verdict, Optional.of(code), Optional.empty())
                .reason());
        Texts.LANGUAGES.forEach(locale -> assertTrue(Texts.has(locale, Reasons.key(code))));
      }
    }
  }

  @Test
  void anUnknownReasonIsShownAsItCame() {
    assertEquals("too-blue", Reasons.words("too-blue", java.util.Locale.ENGLISH));
  }
}
