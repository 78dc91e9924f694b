package insight.recommend.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.recommend.Wish;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static String pointer(org.junit.jupiter.api.function.Executable reading) {
    Refused refused = assertThrows(Refused.class, reading);
    assertEquals(Refused.Kind.INVALID, refused.kind());
    Texts.LANGUAGES.forEach(locale -> assertFalse(refused.in(locale).isBlank()));
    return refused.reasons().getFirst().pointer();
  }

  @Test
  void withoutParametersTheListIsTenLongAndAsTheShopHasSetIt() {
    assertEquals(new Wish(10, Optional.empty(), List.of()), Parameters.wish(null, " ", ""));
  }

  @Test
  void allParametersAreRead() {
    assertEquals(
        new Wish(5, Optional.of(true), List.of("A1", "B2")),
        Parameters.wish("5", "true", " A1, B2,,A1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", "99999999999", "１０"})
  void aLimitOutsideOneToHundredIsRefused(String limit) {
    assertEquals("/limit", pointer(() -> Parameters.wish(limit, null, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE"})
  void newIsTrueOrFalse(String flag) {
    assertEquals("/new", pointer(() -> Parameters.wish(null, flag, null)));
  }

  @Test
  void tooLongAContextIsRefused() {
    String codes =
        IntStream.range(0, 51).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertEquals("/context", pointer(() -> Parameters.wish(null, null, codes)));
    String same = String.join(",", Collections.nCopies(60, "A1"));
    assertEquals(List.of("A1"), Parameters.wish(null, null, same).atHand());
  }
}
