/**
 * Floor 4: data sources and how they deliver (files, queries, topics, tracking), imports with their
 * dry run, mending and undoing, the inbox of customer events, and facts (orders, catalogue,
 * profiles, rates, outside series).
 *
 * <p>Promises: an acknowledged event is never lost and never counted twice ({@code co_seen} is
 * written first, in the same transaction); a bad line or message harms only itself and is kept with
 * line, column and reason; identifiers and free text are stored encrypted; every event knows the
 * source, import and line it came from, so that an import can be undone.
 *
 * <p>Words: <em>source</em>; <em>import</em>: one delivered file or query result; <em>event</em>:
 * what happened, never changed; <em>fact</em>: what is so, the last word wins; <em>reject</em>: a
 * line kept apart; <em>reversal</em>: an import's undoing. Tables: {@code co_}. Events: {@link
 * insight.collect.EventsCollected}, {@link insight.collect.ImportReversed}.
 */
@NullMarked
package insight.collect;

import org.jspecify.annotations.NullMarked;
