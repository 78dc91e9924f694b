package insight.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path place = Path.of("");

  @Test
  void aSecretIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    try (DataDirectory data = DataDirectory.open(place.resolve("var"))) {
      String secret = data.secret("db-password");
      assertEquals(48, secret.length());
      assertEquals(secret, data.secret("db-password"));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(data.secretFile("db-password"))));
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())));
    }
  }

  @Test
  void aSecondLauncherIsRefusedWithTheProcessThatHasIt() throws IOException {
    try (DataDirectory first = DataDirectory.open(place)) {
      StartRefused refusal =
          assertThrows(StartRefused.class, () -> DataDirectory.open(first.root()));
      String line = String.valueOf(refusal.getMessage());
      assertTrue(line.contains("process " + ProcessHandle.current().pid()), line);
      assertTrue(line.contains("INSIGHT_DATA_DIR"), line);
    }
    DataDirectory.open(place).close();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsRefusedByName() throws IOException {
    Path file = Files.createFile(place.resolve("file"));
    StartRefused refusal =
        assertThrows(StartRefused.class, () -> DataDirectory.open(file.resolve("var")));
    assertTrue(String.valueOf(refusal.getMessage()).contains(file.toString()));
  }

  @Test
  void theFirstPasswordIsTakenOnce() throws IOException {
    try (DataDirectory data = DataDirectory.open(place)) {
      assertEquals(Optional.empty(), data.takeFirstPassword());
      Files.writeString(data.secretFile("first-admin-password"), "once\n");
      assertEquals(Optional.of("once"), data.takeFirstPassword());
      assertFalse(Files.exists(data.secretFile("first-admin-password")));
    }
  }
}
