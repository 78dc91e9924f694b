package insight.collect;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A source on its way through the wizard.
 *
 * @param settings what was chosen so far, in the form that {@code POST /api/v1/sources} takes
 * @param fileName the file it was shown
 */
public record Draft(
    UUID id,
    String owner,
    JsonObject settings,
    Optional<String> fileName,
    Optional<String> sha256,
    long bytes,
    Instant changedAt) {}
