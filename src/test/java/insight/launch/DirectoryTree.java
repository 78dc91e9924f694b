package insight.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Clears a folder of an earlier run. */
public final class DirectoryTree {
  private DirectoryTree() {}

  public static void delete(Path tree) {
    try {
      DataDirectory.deleteTree(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
