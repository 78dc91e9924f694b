/**
 * Floor 10: what people say back. Now: thumbs with a reason and free words, on recommendations,
 * orders and the service; surveys, reviews and improvements come in later steps.
 *
 * <p>Promises: feedback is one more source of events, «Portal feedback», so it is screened, stored
 * once, encrypted and forgotten like all others, and the loop closes through data; a product marked
 * as not for a customer stays out of that customer's recommendations until somebody says otherwise;
 * a thumb taken back is as if it had not been given, and the trail of both remains. Free words are
 * shown only under a {@link insight.privacy.Grant} that allows them.
 *
 * <p>Words: {@link insight.feedback.About} says what it is about, {@link insight.feedback.Verdict}
 * up or down. Tables: none of its own ({@code co_event}; index in {@code V8__feedback.sql}).
 * Events: those of collect.
 */
@NullMarked
package insight.feedback;

import org.jspecify.annotations.NullMarked;
