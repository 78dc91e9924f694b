package insight.train;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of a model version on its way to people and back.
 *
 * @param state into which it went
 * @param actor a user's name, or that of the portal
 * @param reason as the person wrote it
 */
public record ModelStep(
    long id,
    long modelId,
    String task,
    Model.State state,
    Instant at,
    String actor,
    Optional<String> reason) {}
