package insight.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts are: made by {@code ./insight}, which names the folder. */
record Installation(Path java, Path server, Path war) {

  /** The parts below {@code target}, run by the Java that runs the launcher. */
  static Installation in(Path target) {
    return new Installation(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        present(target.resolve("server").resolve("payara-micro.jar")),
        present(target.resolve("insight.war")));
  }

  private static Path present(Path file) {
    if (!Files.isReadable(file)) {
      throw new StartRefused(file + " is missing: start with ./insight run, which builds it.");
    }
    return file.toAbsolutePath();
  }
}
