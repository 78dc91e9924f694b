package insight.privacy;

import insight.kernel.CustomerKey;
import insight.runtime.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes: HMAC-SHA-256 with a key outside the database. Without the key nobody can tell which
 * shop number a customer key stands for.
 */
@ApplicationScoped
public class Pseudonyms {
  @Inject DataDirectory data;

  private volatile @Nullable SecretKeySpec key;
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

  /** The portal's name for the customer whom this source calls {@code shopId}. */
  public CustomerKey customer(int sourceId, String shopId) {
    byte[] hash = raw("customer\u001f" + sourceId + "\u001f" + shopId);
    return new CustomerKey(ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE);
  }

  /** A keyed code over the text, in hex; {@code use} keeps the uses apart. */
  public String mac(String use, String text) {
    return HexFormat.of().formatHex(raw(use + "\u001f" + text));
  }

  private byte[] raw(String text) {
    return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec ready = key;
    if (ready == null) {
      synchronized (this) {
        ready = new SecretKeySpec(bytes(), "HmacSHA256");
        key = ready;
      }
    }
    return ready;
  }

  private byte[] bytes() {
    Path file = data.folder("secrets").resolve("pseudonym-key");
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        data.writeSecret(file, HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII));
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
