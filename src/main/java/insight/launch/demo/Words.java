package insight.launch.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** A file of words beside the classes: key = one, or several cut at "|". */
final class Words {
  private final String file;
  private final Properties lines = new Properties();

  Words(String file) {
    this.file = file;
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The build lacks " + file);
      }
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String one(String key) {
    String value = lines.getProperty(key);
    if (value == null) {
      throw new IllegalStateException(file + " lacks " + key);
    }
    return value;
  }

  List<String> list(String key) {
    return List.of(one(key).split("\\|"));
  }

  boolean says(String key) {
    return Boolean.parseBoolean(lines.getProperty(key));
  }
}
