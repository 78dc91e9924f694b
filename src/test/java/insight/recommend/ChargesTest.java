package insight.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChargesTest {
  private static List<String> shop(String... more) {
    return Stream.concat(IntStream.range(0, 100).mapToObj(i -> "A" + (22_000 + i)), Stream.of(more))
        .toList();
  }

  @Test
  void codesWithoutADigitAreChargesWhereProductsHaveNumbers() {
    assertEquals(Set.of("POST", "BANK CHARGES"), Charges.among(shop("POST", "BANK CHARGES", "C2")));
  }

  @Test
  void aShopThatNamesItsProductsInWordsKeepsThem() {
    assertEquals(Set.of(), Charges.among(List.of("TEA", "MUG", "SPOON", "P1")));
    assertEquals(Set.of(), Charges.among(List.of()));
  }
}
