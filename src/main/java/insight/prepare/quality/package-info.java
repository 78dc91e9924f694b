/**
 * The quality of what is stored: checks by source and day, a score that opens down to rows, and
 * rules proposed from a profile of the values.
 *
 * <p>Promises: a score is the weighted share of sound values in the newest four weeks of data, each
 * part of it can be opened to the rows behind it, and a finding that people accepted, with a
 * comment, no longer counts; days are looked at again when an import changes them.
 *
 * <p>Words: dimension: what is looked at (completeness, uniqueness, validity, freshness, volume,
 * lateness); gate: the share of a dimension below which a source should not be trained on. Tables:
 * {@code pr_quality}, {@code pr_quality_look}, {@code pr_quality_gate}, {@code pr_accepted}.
 */
@NullMarked
package insight.prepare.quality;

import org.jspecify.annotations.NullMarked;
