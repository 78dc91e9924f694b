package insight.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolVersionTest {

  @ParameterizedTest
  @CsvSource({
    "javac 25.0.3,25",
    "javac 21,21",
    "javac 1.8.0_292,8",
    "openjdk version \"17.0.15\" 2025-04-15,17",
    "openjdk 22-ea 2024-03-19,22",
    "11.19.1,11",
    "Apache Maven 3.8.7,3",
    "\u001B[1mApache Maven 3.8.7\u001B[m,3",
  })
  void theMajorVersionIsReadFromWhatAToolSays(String words, int major) {
    assertEquals(major, ToolVersion.major(words).orElse(-1));
  }

  @Test
  void wordsWithoutAVersionGiveNone() {
    assertTrue(ToolVersion.major("command not found").isEmpty());
  }
}
