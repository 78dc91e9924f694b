package insight.feedback.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.feedback.About;
import insight.feedback.Verdict;
import insight.kernel.Refused;
import insight.kernel.Texts;
import insight.runtime.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
  private static Message read(String json) {
    return Message.read(Json.parse(json.replace('\'', '"')));
  }

  @Test
  void aWholeMessageIsRead() {
    Message message =
        read(
            """
            {'customer':'17850','about':{'recommendation':{'product':'22423','model':'item-knn v1'}},
             'verdict':'down','reason':'not-interested','text':' Got three already. ','id':'m1'}""");
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
        read("{'about':{'recommendation':'22423'},'verdict':'up'}").opinion().about());
    assertEquals(
        new About.Order("536365"),
        read("{'about':{'order':'536365'},'verdict':'up'}").opinion().about());
    assertEquals(
        new About.Service("delivery"),
        read("{'about':{'service':{'topic':'delivery'}},'verdict':'up'}").opinion().about());
  }

  @Test
  void customerReasonAndTextMayBeAbsentOrNull() {
    Message message = read("{'about':{'order':'1'},'verdict':'up','customer':null,'text':''}");
    assertTrue(message.customer().isEmpty());
    assertTrue(message.opinion().text().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'about':{'order':'1'}} | /verdict
          {} | /about
          {'verdict':'up'}                                              | /about
          {'verdict':'up','about':'order'}                              | /about
          {'verdict':'up','about':{}}                                   | /about
          {'verdict':'up','about':{'order':'1','service':'x'}}          | /about
          {'verdict':'up','about':{'weather':'x'}}                      | /about
          {'verdict':'up','about':{'recommendation':{}}}                | /about/recommendation/product
          {'verdict':'up','about':{'recommendation':{'product':7}}}     | /about/recommendation/product
          {'verdict':'up','about':{'order':' '}}                        | /about/order/number
          {'verdict':'meh','about':{'order':'1'}}                       | /verdict
          {'verdict':1,'about':{'order':'1'}}                           | /verdict
          {'verdict':'up','about':{'order':'1'},'reason':'I like it'}   | /reason
          {'verdict':'up','about':{'order':'1'},'text':['x']}           | /text
          {'verdict':'up','about':{'order':'1'},'customer':17850}       | /customer
          """)
  void whatIsWrongIsNamedByItsPlace(String json, String pointer) {
    Refused refused = assertThrows(Refused.class, () -> read(json));
    assertEquals(pointer, refused.reasons().getFirst().pointer());
    Texts.LANGUAGES.forEach(locale -> assertFalse(refused.in(locale).isBlank()));
  }

  @Test
  void tooLongATextIsRefused() {
    String json = "{'verdict':'up','about':{'order':'1'},'text':'" + "x".repeat(4_001) + "'}";
    Refused refused = assertThrows(Refused.class, () -> read(json));
    assertEquals("/text", refused.reasons().getFirst().pointer());
  }
}
