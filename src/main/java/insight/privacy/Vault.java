package insight.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import insight.runtime.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts identifiers and free text: AES-256-GCM by Tink, each value bound to its column, so that
 * a value moved to another column does not open. The keyset lies in the data directory, outside the
 * database and its backup.
 */
@ApplicationScoped
public class Vault {
  @Inject DataDirectory data;

  private volatile @Nullable Aead aead;

  /** The value, encrypted for this column ({@code table.column}). */
  public byte[] encrypt(String column, String clear) {
    try {
      return primitive().encrypt(clear.getBytes(StandardCharsets.UTF_8), context(column));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt for " + column, e);
    }
  }

  /** The clear value of this column. */
  public String decrypt(String column, byte[] cipher) {
    try {
      return new String(primitive().decrypt(cipher, context(column)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a value of "
              + column
              + " does not open: the keyset in the data directory is not its own",
          e);
    }
  }

  private static byte[] context(String column) {
    return column.getBytes(StandardCharsets.UTF_8);
  }

  private Aead primitive() throws GeneralSecurityException {
    Aead ready = aead;
    if (ready == null) {
      synchronized (this) {
        AeadConfig.register();
        ready = keyset().getPrimitive(RegistryConfiguration.get(), Aead.class);
        aead = ready;
      }
    }
    return ready;
  }

  private KeysetHandle keyset() throws GeneralSecurityException {
    Path file = data.folder("secrets").resolve("keyset.json");
    Optional<String> kept = read(file);
    if (kept.isPresent()) {
      return TinkJsonProtoKeysetFormat.parseKeyset(kept.get(), InsecureSecretKeyAccess.get());
    }
    KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    String json = TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get());
    data.writeSecret(file, json.getBytes(StandardCharsets.UTF_8));
    return fresh;
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the keyset " + file, e);
    }
  }
}
