package insight.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Previews for tests of other packages. */
public final class PreviewFixture {
  private PreviewFixture() {}

  public static Preview of(Path file) {
    try {
      return TextPreview.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Preview of(String text) {
    try {
      Path file = Files.createTempFile("preview", ".csv");
      try {
        return of(Files.writeString(file, text));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
