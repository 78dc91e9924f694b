/**
 * Learning from tables: rows of features and one target, a yes or no or a number.
 *
 * <p>Promises: a kind of model is one class behind {@link insight.learn.tabular.TabularTrainer} and
 * one line in {@link insight.learn.tabular.Trainers}; encodings, scales and early stopping see
 * training rows only; the same rows, parameters and seed give the same model, byte for byte; a
 * cancel is obeyed within seconds; every score can be split over the features that made it; a model
 * file has a format, a version and a checksum, and is read by {@link
 * insight.learn.tabular.TabularModels} alone. The types of XGBoost and Tribuo stay in here.
 *
 * <p>Words: a <em>table</em> has rows of one customer (its <em>group</em>) at one cut-off (its
 * <em>origin</em>, a day number); a <em>classifier</em> says how probable a yes is; a
 * <em>contribution</em> is what one feature of one row adds to its score. Tables: none. Events:
 * none.
 */
@NullMarked
package insight.learn.tabular;

import org.jspecify.annotations.NullMarked;
