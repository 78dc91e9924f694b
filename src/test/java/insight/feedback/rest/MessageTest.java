package insight.feedback.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.feedback.About;
import insight.feedback.Verdict;
import insight.kernel.Refused;
import insight.kernel.Texts;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {
  private static final Fields ORDER = Fields.of("order", "536365");

  private static About about(Fields about) {
    return Message.read(Fields.of("about", about, "verdict", "up")).opinion().about();
  }

  @Test
  void aWholeMessageIsRead() {
    Fields product = Fields.of("product", "22423", "model", "item-knn v1");
    Message message =
        Message.read(
            Fields.of(
                "customer", "17850",
                "about", Fields.of("recommendation", product),
                "verdict", "down",
                "reason", "not-interested",
                "text", " Got three already. ",
                "id", "m1"));
    assertEquals(Optional.of("17850"), message.customer());
    assertEquals(Optional.of("m1"), message.id());
    assertEquals(
        new About.Recommendation("22423", Optional.of("item-knn v1")), message.opinion().about());
    assertEquals(Verdict.DOWN, message.opinion().verdict());
    assertEquals(Optional.of("not-interested"), message.opinion().reason());
    assertEquals(Optional.of("Got three already."), message.opinion().text());
  }

  @Test
  void theSubjectMayBeAPlainText() {
    assertEquals(
        new About.Recommendation("22423", Optional.empty()),
        about(Fields.of("recommendation", "22423")));
    assertEquals(new About.Order("536365"), about(ORDER));
    assertEquals(
        new About.Service("delivery"), about(Fields.of("service", Fields.of("topic", "delivery"))));
  }

  @Test
  void customerReasonAndTextMayBeAbsentOrNull() {
    Message message =
        Message.read(Fields.of("about", ORDER, "verdict", "up", "customer", null, "text", ""));
    assertTrue(message.customer().isEmpty());
    assertTrue(message.opinion().reason().isEmpty());
    assertTrue(message.opinion().text().isEmpty());
  }

  @Test
  void aReasonInFreeWordsJoinsTheText() {
    Fields body = Fields.of("about", ORDER, "verdict", "down", "reason", "Not my taste");
    assertTrue(Message.read(body).opinion().reason().isEmpty());
    assertEquals(Optional.of("Not my taste"), Message.read(body).opinion().text());
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("/about", Fields.of()),
        Arguments.of("/verdict", Fields.of("about", ORDER)),
        Arguments.of("/verdict", Fields.of("about", ORDER, "verdict", "meh")),
        Arguments.of("/verdict", Fields.of("about", ORDER, "verdict", true)),
        Arguments.of("/about", Fields.of("verdict", "up", "about", "order")),
        Arguments.of("/about", up(Fields.of())),
        Arguments.of("/about", up(Fields.of("order", "1", "service", "x"))),
        Arguments.of("/about", up(Fields.of("weather", "x"))),
        Arguments.of("/about/recommendation/product", up(Fields.of("recommendation", Fields.of()))),
        Arguments.of(
            "/about/recommendation/product",
            up(Fields.of("recommendation", Fields.of("product", true)))),
        Arguments.of("/about/order/number", up(Fields.of("order", " "))),
        Arguments.of(
            "/reason", Fields.of("about", ORDER, "verdict", "up", "reason", "x".repeat(201))),
        Arguments.of("/text", Fields.of("about", ORDER, "verdict", "up", "text", JsonValue.TRUE)),
        Arguments.of(
            "/text", Fields.of("about", ORDER, "verdict", "up", "text", "x".repeat(4_001))),
        Arguments.of(
            "/customer", Fields.of("about", ORDER, "verdict", "up", "customer", "1".repeat(201))));
  }

  private static Fields up(Fields about) {
    return Fields.of("verdict", "up", "about", about);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsNamedByItsPlace(String pointer, Fields body) {
    Refused refused = assertThrows(Refused.class, () -> Message.read(body));
    assertEquals(Refused.Kind.INVALID, refused.kind());
    assertEquals(pointer, refused.reasons().getFirst().pointer());
    Texts.LANGUAGES.forEach(locale -> assertFalse(refused.in(locale).isBlank()));
  }
}
