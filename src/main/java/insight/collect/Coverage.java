package insight.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the shops' events span. What is said on the portal's own pages does not count, so that old
 * data stays old.
 *
 * @param countries ISO codes, the one with the most order lines first
 * @param mainCurrency the currency of most order lines
 */
public record Coverage(
    Optional<Instant> first,
    Optional<Instant> newest,
    List<String> countries,
    Optional<String> mainCurrency) {}
