package insight.prepare.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldedTest {
  private static void same(String number, String written, String country) {
    assertEquals(
        Optional.of(number).filter(n -> !n.isEmpty()),
        PhoneNumbers.read(written, Optional.of(country).filter(c -> !c.isEmpty())),
        written);
  }

  @Test
  void aMailAddressIsOneHoweverItIsWritten() {
    assertEquals(Optional.of("anna@shop.example"), Folded.email(" Anna@Shop.Example "));
    assertEquals(Optional.of("anna1@shop.example"), Folded.email("ａｎｎａ１＠shop.example"));
    assertEquals(Optional.of("anna@xn--mnchen-3ya.example"), Folded.email("anna@münchen.example"));
    assertEquals(
        Optional.of("annasmith@gmail.com"), Folded.email("Anna.Smith+news@googlemail.com"));
    assertEquals(Optional.of("anna+news@shop.example"), Folded.email("anna+news@shop.example"));
  }

  @Test
  void whatIsNoMailAddressIsNone() {
    for (String text : new String[] {"", "anna", "@shop.example", "anna@", "anna@localhost"}) {
      assertEquals(Optional.empty(), Folded.email(text), text);
    }
  }

  @Test
  void aPhoneIsOneHoweverItIsWritten() {
    same("+441632960417", "+44 1632 960417", "");
    same("+441632960417", "01632 960417", "GB");
    same("+441632960417", "+44 (0)1632 960417", "DE");
    same("+441632960417", "0044-1632-960417", "");
    same("+8613800138000", "１３８００１３８０００", "CN");
    same("+14155550123", "(415) 555-0123", "US");
    same("+14155550123", "1 415 555 0123", "US");
    same("+390612345678", "06 1234 5678", "IT");
    same("+442079460018", "020 7946 0018 ext. 12", "GB");
  }

  @Test
  void aPhoneWithoutAKnownCountryStaysUnread() {
    same("", "01632 960417", "");
    same("", "12345", "GB");
    same("", "+1234567890123456", "");
    same("", "call me", "GB");
  }

  @Test
  void aNameIsOneInAnyOrderWithoutAccentsAndTitles() {
    assertEquals(Folded.name("Müller, Anna"), Folded.name("Dr. Anna MULLER"));
    assertEquals("jose nunez", Folded.name("José Núñez"));
    assertEquals("lukasz oconnor", Folded.name("Łukasz O’Connor"));
    assertEquals("strass", Folded.name("Straß"));
  }

  @Test
  void aNameInChineseScriptKeepsItsOrderAndLosesSpaceAndTitle() {
    assertEquals("王小明", Folded.name("王 小明 先生"));
    assertEquals("欧阳娜娜", Folded.name("欧阳　娜娜"));
  }

  @Test
  void aNameThatIsOnlyATitleStays() {
    assertEquals("miss", Folded.name("Miss"));
  }
}
