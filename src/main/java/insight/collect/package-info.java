/**
 * Floor 4: data sources, imports, the inbox of customer events.
 *
 * <p>Promises: an acknowledged event is never lost and never counted twice ({@code co_seen} is
 * written first, in the same transaction); a bad line or message harms only itself and is kept with
 * line, column and reason; identifiers and free text are stored encrypted; every event knows the
 * source, import and line it came from. Tables: {@code co_}. Events: {@link
 * insight.collect.EventsCollected}.
 */
@NullMarked
package insight.collect;

import org.jspecify.annotations.NullMarked;
