package insight.shell.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class RichTest {
  @Test
  void wordsBetweenStarsAreBold() {
    assertEquals(
        "Rose <b>68.6%</b> to <b>£3.72M</b>.", inner(Rich.span("Rose **68.6%** to **£3.72M**.")));
  }

  @Test
  void markupFromOutsideStaysText() {
    assertEquals(
        "<b>&lt;img src=x onerror=alert(1)&gt;</b>",
        inner(Rich.span("**<img src=x onerror=alert(1)>**")));
  }

  @Test
  void aLoneMarkMakesTheRestBold() {
    assertEquals("a <b>b</b>", inner(Rich.span("a **b")));
  }

  @Test
  void plainTextLosesOnlyTheMarks() {
    assertEquals("2 of 3", Rich.plain("**2** of 3"));
  }

  private static String html(Span span) {
    return span.getElement().getOuterHTML();
  }

  private static String inner(Span span) {
    return html(span).replaceAll("\\s*</?span>\\s*", "").strip();
  }
}
