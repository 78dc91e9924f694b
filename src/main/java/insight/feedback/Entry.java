package insight.feedback;

import insight.kernel.CustomerKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that somebody said.
 *
 * @param id as {@link Feedback#give} gave it
 * @param event orders entries of one instant
 * @param text free words; empty when there are none or the grant does not allow them
 * @param hasText whether there are free words
 * @param by who brought it: a user of the portal, or of the API
 */
public record Entry(
    String id,
    long event,
    Instant at,
    Optional<CustomerKey> customer,
    About about,
    Verdict verdict,
    Optional<String> reason,
    Optional<String> text,
    boolean hasText,
    String by) {}
