package insight.collect;

import insight.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A file that is there in full, with its size and hash. */
record Received(Path file, long bytes, String sha256) {
  private static final long ROOM_EVERY = 8L << 20;

  /**
   * Writes a stream into the folder, under a name of our own.
   *
   * @param room asked every few megabytes; refuses when the disk has no more
   * @throws Refused when it is larger than allowed; nothing stays behind
   */
  static Received into(Path folder, InputStream body, long largest, Runnable room)
      throws IOException {
    Path file = folder.resolve(UUID.randomUUID().toString());
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      Received received = copy(body, out, file, largest, room);
      whole = true;
      return received;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A file that lies there already. */
  static Received lying(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream(), file, Imports.LARGEST, () -> {});
    }
  }

  private static Received copy(
      InputStream in, OutputStream out, Path file, long largest, Runnable room) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (bytes / ROOM_EVERY != (bytes + n) / ROOM_EVERY) {
        room.run();
      }
      bytes += n;
      if (bytes > largest) {
        throw Refused.unprocessable("collect.import.large", largest >> 30);
      }
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    return new Received(file, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
