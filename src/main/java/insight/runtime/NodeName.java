package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The lasting name of this node: kept in its data directory, so that a restart knows its jobs. */
@ApplicationScoped
public class NodeName {
  @Inject DataDirectory data;

  private volatile @org.jspecify.annotations.Nullable String name;

  public String name() {
    String known = name;
    if (known == null) {
      known = read();
      name = known;
    }
    return known;
  }

  private String read() {
    Path file = data.folder("secrets").resolve("node");
    try {
      if (!Files.exists(file)) {
        data.writeSecret(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
      }
      return Files.readString(file).strip();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("cannot read " + file, e);
    }
  }
}
