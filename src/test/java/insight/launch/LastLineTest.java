package insight.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastLineTest {

  @Test
  void theLastFatalLineSaysWhyWithoutItsTimeAndNumber() {
    assertEquals(
        "FATAL:  data directory has wrong ownership",
        LastLine.of(
            List.of(
                "2026-11-24 22:36:37.610 UTC [8129] LOG:  starting PostgreSQL 17.6",
                "2026-11-24 22:36:37.610 UTC [8129] FATAL:  data directory has wrong ownership",
                "2026-11-24 22:36:37.611 UTC [8129] HINT:  somebody else owns it")));
  }

  @Test
  void refusingAnEarlyConnectionIsNotTheReason() {
    assertEquals(
        "LOG:  shutting down",
        LastLine.of(
            List.of(
                "2026-11-24 22:36:37.610 UTC [8129] FATAL:  the database system is starting up",
                "2026-11-24 22:36:37.612 UTC [8129] LOG:  shutting down")));
  }

  @Test
  void anEmptyLogSaysSo() {
    assertEquals("no log was written", LastLine.of(List.of()));
  }
}
