package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the portal keeps files: uploads under way, secrets, logs. */
@ApplicationScoped
public class DataDirectory {
  private final Path root;

  @Inject
  public DataDirectory(
      @ConfigProperty(name = "insight.data.dir", defaultValue = "var") String dir) {
    this.root = Path.of(dir).toAbsolutePath().normalize();
  }

  /** For the container's proxy. */
  protected DataDirectory() {
    this(".");
  }

  public Path root() {
    return root;
  }

  /** A folder below the root, made when missing. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make folder " + name + " in " + root, e);
    }
  }

  /**
   * A path a person named, inside the folder.
   *
   * @throws insight.kernel.Refused when it leads outside
   */
  public Path inside(String folder, String named) {
    Path base = folder(folder);
    Path path = base.resolve(named).normalize();
    if (!path.startsWith(base) || path.equals(base)) {
      throw insight.kernel.Refused.invalid("/path", "runtime.path.outside", named, folder);
    }
    return path;
  }

  /** Writes a file that only the portal's own user may read; whole or not at all. */
  public void writeSecret(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Path part =
          Files.createTempFile(
              file.getParent(),
              ".secret",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
