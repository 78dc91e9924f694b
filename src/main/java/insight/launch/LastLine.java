package insight.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The line of a database log that says best why it stopped. */
final class LastLine {
  private LastLine() {}

  static String of(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "no log was written";
    }
    return of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList());
  }

  /** The last FATAL, PANIC or error line, else the last line; without time and process number. */
  static String of(List<String> lines) {
    String telling = "no log was written";
    boolean fatal = false;
    for (String line : lines) {
      boolean speaks =
          (line.contains("FATAL:") && !line.endsWith("is starting up"))
              || line.contains("PANIC:")
              || line.contains("error:");
      if (speaks || (!fatal && !line.isBlank())) {
        telling = line;
        fatal |= speaks;
      }
    }
    return telling.replaceFirst("^[-0-9]+ [.:0-9]+ [A-Z]+ \\[[0-9]+] ", "").strip();
  }
}
