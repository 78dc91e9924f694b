package insight.collect;

import insight.runtime.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose write key a request brings. What was found is remembered for a second, so that a busy
 * source is not looked up for each request; a key that was replaced here is forgotten at once.
 */
@ApplicationScoped
public class WriteKeys {
  private static final long REMEMBERED_MILLIS = 1_000;
  private static final int MOST = 1_000;

  @Inject Sources sources;
  @Inject Clock clock;

  private record Found(Source source, long at) {}

  private final Map<String, Found> found = new ConcurrentHashMap<>();

  /** The source whose key this is. */
  public Optional<Source> source(String key) {
    String hash = Tokens.hash(key);
    long now = clock.millis();
    Found known = found.get(hash);
    if (known != null && now - known.at() < REMEMBERED_MILLIS && now >= known.at()) {
      return Optional.of(known.source());
    }
    Optional<Source> source = sources.byWriteKey(key);
    if (found.size() >= MOST) {
      found.clear();
    }
    source.ifPresentOrElse(s -> found.put(hash, new Found(s, now)), () -> found.remove(hash));
    return source;
  }

  void forget(int sourceId) {
    found.values().removeIf(f -> f.source().id() == sourceId);
  }
}
