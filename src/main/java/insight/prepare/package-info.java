/**
 * Floor 5: from events to training data. Who is who ({@code pr_person}: the key an event came with
 * → the person), and frozen snapshots.
 *
 * <p>Promises: a snapshot is point-in-time (nothing that happened at or after its cut-off changes
 * it, a later cancellation included); it never changes, except that a forgotten person's rows leave
 * it, which is counted; it carries the number of its rows and a hash over them. It is made by
 * set-based SQL under a {@link insight.privacy.Grant}, in one currency; lines of other currencies
 * are left out and counted, never summed across. Three kinds: customer features, interactions,
 * series (the third comes with the forecasts).
 *
 * <p>Four topics of their own: {@link insight.prepare.identity}, who is who; {@link
 * insight.prepare.cleaning}, rules for what files deliver; {@link insight.prepare.quality}, checks
 * of what is stored; {@link insight.prepare.feature}, the catalogue.
 *
 * <p>Customer features are those of the catalogue ({@link insight.prepare.feature}), of everybody
 * with any event; a snapshot keeps how each lay and how far it moved since the snapshot before. Who
 * uses a feature is contributed from above by {@link insight.prepare.FeatureUse}.
 *
 * <p>Words: cut-off: the instant a snapshot looks back from. Tables: {@code pr_}. Events: {@link
 * insight.prepare.SnapshotFrozen}.
 */
@NullMarked
package insight.prepare;

import org.jspecify.annotations.NullMarked;
