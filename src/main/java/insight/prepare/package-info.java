/**
 * Floor 5: from events to training data. Who is who ({@code pr_person}: the key an event came with
 * → the person), and frozen snapshots.
 *
 * <p>Promises: a snapshot is point-in-time (nothing at or after its cut-off is in it), it never
 * changes, and it carries the number of its rows and a hash over them. It is made by set-based SQL
 * under a {@link insight.privacy.Grant}. Three kinds: customer features, interactions, series (the
 * third comes with the forecasts). Tables: {@code pr_}. Events: {@link
 * insight.prepare.SnapshotFrozen}.
 */
@NullMarked
package insight.prepare;

import org.jspecify.annotations.NullMarked;
