package insight.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything the portal keeps. At most one launcher has it open: a file
 * lock says so, and the kernel gives it back even after {@code kill -9}.
 */
final class DataDirectory implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Opens it, making what is missing; refuses when it cannot be written or is already in use. */
  static DataDirectory open(Path root) {
    try {
      ownerOnly(root);
      for (String part : new String[] {"secrets", "logs", "programs"}) {
        ownerOnly(root.resolve(part));
      }
      return new DataDirectory(root, lock(root.resolve("launcher.lock"), root));
    } catch (IOException e) {
      throw new StartRefused(
          "The data directory "
              + root
              + " cannot be written ("
              + reason(e)
              + "). Give it to this user, or set INSIGHT_DATA_DIR to another one.",
          e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void ownerOnly(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static FileChannel lock(Path file, Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new StartRefused(
          "The data directory "
              + root
              + " is in use by another Insight (process "
              + holder
              + "). Stop that one, or set INSIGHT_DATA_DIR to another directory.");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  Path root() {
    return root;
  }

  Path database() {
    return root.resolve("db");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path programs() {
    return root.resolve("programs");
  }

  /** Payara's working files; nothing in it outlives a start. */
  Path server() {
    return root.resolve("server");
  }

  /** A secret of this installation, made at its first use and readable by its owner only. */
  String secret(String name) throws IOException {
    Path file = secretFile(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      Path fresh = root.resolve("secrets").resolve(name + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  Path secretFile(String name) {
    return root.resolve("secrets").resolve(name);
  }

  /** The first administrator's one-time password, if the portal just made one; read once. */
  Optional<String> takeFirstPassword() throws IOException {
    Path file = secretFile("first-admin-password");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String password = Files.readString(file).strip();
    Files.delete(file);
    return Optional.of(password);
  }

  /** Deletes a directory and everything in it; does not follow links out of it. */
  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Gives the directory back. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
