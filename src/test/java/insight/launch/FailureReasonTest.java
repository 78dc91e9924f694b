package insight.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

  private static FailureReason read(String log) {
    FailureReason reason = new FailureReason();
    log.lines().forEach(reason::read);
    return reason;
  }

  @Test
  void theInnermostCauseOfAFailedStartIsTheReason() {
    FailureReason reason =
        read(
            """
            2026-11-24T22:37:08.099+0000 SEVERE [org.x.deployment] Exception while invoking class X start method
            jakarta.ejb.EJBException: jakarta.ejb.CreateException: Initialization failed for Singleton S
            \tat org.x.Y.go(Y.java:1)
            Caused by: jakarta.ejb.CreateException: Initialization failed for Singleton S
            Caused by: java.lang.IllegalStateException: Migration V3 failed: relation "co_x" exists
            \t... 32 more
            2026-11-24T22:37:08.101+0000 SEVERE [javax.enterprise.system.core] Exception while loading the app
            """);
    assertTrue(reason.failed());
    assertEquals(Optional.of("Migration V3 failed: relation \"co_x\" exists."), reason.reason());
  }

  @Test
  void aReasonStatedWithTheFailureIsTakenWhenThereIsNoTrace() {
    FailureReason reason =
        read(
            "2026-11-24T22:36:18.080+0000 SEVERE [javax.enterprise.system.core] Exception while"
                + " deploying the app [insight] : java.lang.RuntimeException: no beans.xml");
    assertTrue(reason.failed());
    assertEquals(Optional.of("no beans.xml."), reason.reason());
  }

  @Test
  void warningsWithTracesDoNotMakeAFailure() {
    FailureReason reason =
        read(
            """
            2026-11-24T22:36:16.377+0000 WARNING [org.x] Error occurred
            org.xml.sax.SAXParseException: bad
            Caused by: org.xml.sax.SAXParseException: worse
            2026-11-24T22:36:18.089+0000 INFO [PayaraMicro] Deployed 1 archive(s)
            """);
    assertFalse(reason.failed());
    assertEquals(Optional.empty(), reason.reason());
  }

  @Test
  void aServerThatDiesAtOnceTellsWhy() {
    assertEquals(
        Optional.of("Error: Could not create the Java Virtual Machine."),
        read("Error: Could not create the Java Virtual Machine.").reason());
  }

  @Test
  void onlyTroubleOfOurOwnCodeReachesTheTerminal() {
    String time = "2026-11-24T22:36:16.377+0000 ";
    assertEquals(
        Optional.of("Mail is not set up"),
        FailureReason.ownTrouble(time + "WARNING [insight.runtime.Outbox] Mail is not set up"));
    assertEquals(
        Optional.empty(), FailureReason.ownTrouble(time + "INFO [insight.runtime.Jobs] Done"));
    assertEquals(
        Optional.empty(), FailureReason.ownTrouble(time + "WARNING [org.glassfish.x] Whatever"));
  }
}
