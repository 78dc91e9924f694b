package insight.privacy;

import insight.kernel.CustomerKey;
import insight.runtime.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The erasure ledger: keyed hashes of forgotten customer keys, outside database and backup. What
 * arrives about them later is dropped.
 */
@ApplicationScoped
public class Ledger {
  @Inject DataDirectory data;
  @Inject Pseudonyms keys;

  private volatile @Nullable Set<String> hashes;

  /** Whether this customer was forgotten. */
  public boolean holds(CustomerKey key) {
    Set<String> known = hashes();
    return !known.isEmpty() && known.contains(hash(key));
  }

  /** Writes the customer down, on the disk before it returns. */
  public synchronized void add(CustomerKey key) {
    String line = hash(key) + "\n";
    try (FileChannel file =
        FileChannel.open(
            file(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer bytes =
          java.nio.ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the erasure ledger", e);
    }
    hashes().add(hash(key));
  }

  private String hash(CustomerKey key) {
    return keys.mac("erasure", key.toString());
  }

  private Path file() {
    return data.folder("secrets").resolve("erasure-ledger");
  }

  private Set<String> hashes() {
    Set<String> known = hashes;
    if (known == null) {
      known = read();
      hashes = known;
    }
    return known;
  }

  private Set<String> read() {
    Set<String> set = ConcurrentHashMap.newKeySet();
    try {
      if (Files.exists(file())) {
        Files.readAllLines(file()).stream()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .forEach(set::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the erasure ledger", e);
    }
    return set;
  }
}
