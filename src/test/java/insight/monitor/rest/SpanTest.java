package insight.monitor.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NEWEST = Instant.parse("2011-12-09T12:50:00Z");

  @Test
  void withoutDatesItIsTheNinetyOneDaysUpToTheNewestEvent() {
    Span span = Span.of(null, null, LONDON, NEWEST);
    assertEquals("2011-09-10", span.from());
    assertEquals("2011-12-10", span.to());
  }

  @Test
  void datesBeginInTheZone() {
    Span span = Span.of("2011-09-01", "2011-12-01", LONDON, NEWEST);
    assertEquals(Instant.parse("2011-08-31T23:00:00Z"), span.start());
    assertEquals(Instant.parse("2011-12-01T00:00:00Z"), span.end());
    assertEquals("2011-06-02", span.previous().from());
    assertEquals(91, span.length());
  }

  @Test
  void instantsAreTakenAsTheyAre() {
    Span span = Span.of("2011-09-01T00:00:00Z", "2011-09-02T12:00:00+02:00", LONDON, NEWEST);
    assertEquals(Instant.parse("2011-09-02T10:00:00Z"), span.end());
    assertTrue(span.days().isEmpty());
    assertEquals(span.start(), span.previous().end());
  }

  @Test
  void whatCannotBeReadIsRefusedAtItsPlace() {
    assertEquals("/from", pointer(() -> Span.of("yesterday", null, LONDON, NEWEST)));
    assertEquals("/to", pointer(() -> Span.of("2011-09-01", "2011-09-01", LONDON, NEWEST)));
    assertEquals("/zone", pointer(() -> Span.zone("Mars", LONDON)));
  }

  private static String pointer(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(Refused.class, act).reasons().getFirst().pointer();
  }
}
