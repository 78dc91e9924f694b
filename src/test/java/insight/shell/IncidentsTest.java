package insight.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.kernel.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  @Test
  void aFailureGetsANumberThatCannotBeMisread() {
    String number = Incidents.report(new IllegalStateException("only a test"));
    assertTrue(number.matches("INC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}"), number);
  }

  @Test
  void aRefusalIsFoundUnderItsWrappings() {
    Refused refused = Refused.notFound("shell.notfound.title");
    assertEquals(
        Optional.of(refused), Incidents.refused(new RuntimeException(new Exception(refused))));
    assertEquals(Optional.empty(), Incidents.refused(new RuntimeException("else")));
  }
}
