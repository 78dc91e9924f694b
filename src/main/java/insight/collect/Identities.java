package insight.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The identity of an event within its source: the first 128 bits of a SHA-256. */
final class Identities {
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(
          () -> {
            try {
              return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
              throw new IllegalStateException(e);
            }
          });

  private Identities() {}

  static UUID of(String id) {
    return of(id.getBytes(StandardCharsets.UTF_8));
  }

  static UUID of(byte[] bytes) {
    ByteBuffer hash = ByteBuffer.wrap(SHA256.get().digest(bytes));
    return new UUID(hash.getLong(), hash.getLong());
  }
}
