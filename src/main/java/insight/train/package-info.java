/**
 * Floor 6: training runs, model versions, the release gate. Feeds {@code learn} with frozen
 * snapshots and keeps what it made.
 *
 * <p>Promises: a run is a durable job; training has no transaction open; every model carries
 * provenance (snapshot and hash, features, parameters, seed, library and Java version); a first
 * candidate goes live only when it beats its baseline with a paired interval above zero; same seed
 * and same snapshot give the same metrics. What is learned is contributed: each of segment,
 * recommend and predict brings its {@link insight.train.LearningTask}s. Tables: {@code tr_}.
 * Events: {@link insight.train.TrainingFinished}, {@link insight.train.ModelPromoted}.
 */
@NullMarked
package insight.train;

import org.jspecify.annotations.NullMarked;
