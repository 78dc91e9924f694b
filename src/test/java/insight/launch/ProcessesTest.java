package insight.launch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  private static final Path SERVER = Path.of("/srv/insight/var/server");
  private static final Path DATABASE = Path.of("/srv/insight/var/db");

  @Test
  void aPortalIsOursByItsJarAndItsFolder() {
    List<String> ours =
        List.of("java", "-jar", "/x/payara-micro.jar", "--rootdir", "/srv/insight/var/server");
    assertTrue(Processes.isPortal(ours, SERVER));
  }

  @Test
  void aPortalOfAnotherDataDirectoryIsNotOurs() {
    List<String> other =
        List.of("java", "-jar", "/x/payara-micro.jar", "--rootdir", "/srv/insight/var/server2");
    assertFalse(Processes.isPortal(other, SERVER));
  }

  @Test
  void aProgramThatOnlyNamesOurFolderIsNotOurs() {
    assertFalse(Processes.isPortal(List.of("ls", "/srv/insight/var/server"), SERVER));
    assertFalse(Processes.isPortal(List.of(), SERVER));
  }

  @Test
  void aDatabaseIsOursByProgramAndWorkingDirectory() {
    assertTrue(Processes.isPostgres(Path.of("/p/bin/postgres"), DATABASE, DATABASE));
    assertTrue(Processes.isPostgres(Path.of("/p/bin/postgres (deleted)"), DATABASE, DATABASE));
  }

  @Test
  void aShellInTheDatabaseFolderIsNotADatabase() {
    assertFalse(Processes.isPostgres(Path.of("/usr/bin/bash"), DATABASE, DATABASE));
    assertFalse(Processes.isPostgres(Path.of("/p/bin/postgres"), SERVER, DATABASE));
    assertFalse(Processes.isPostgres(Path.of(""), Path.of(""), DATABASE));
  }
}
