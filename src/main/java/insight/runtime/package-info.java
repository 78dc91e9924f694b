/**
 * Floor 2: what every stage stands on. Clock, database and migrations, durable jobs, users with
 * roles, API tokens with scopes, settings, health.
 *
 * <p>Promises: a long job is a row, not a thread ({@link insight.runtime.Jobs}); two nodes on one
 * database never run one job; a password is never stored, nor a token; time comes from the injected
 * {@link java.time.Clock}. Tables: {@code rt_}. Events: {@link insight.runtime.JobChanged}.
 */
@NullMarked
package insight.runtime;

import org.jspecify.annotations.NullMarked;
