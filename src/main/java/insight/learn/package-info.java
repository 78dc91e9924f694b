/**
 * Floor 1, learn: the algorithms and their evaluation. Pure Java; it knows no portal, no database
 * and no page, and calls only the kernel.
 *
 * <p>Promises: the same data and the same seed give the same model, byte for byte, and the same
 * figures; every training says what made it ({@link insight.learn.Provenance}); a long computation
 * reports often and stops when told to ({@link insight.learn.Progress}); a model is kept as plain
 * bytes with format, version and checksum, never as a serialised Java object ({@link
 * insight.learn.ModelWriter}); data that cannot serve is refused in words for people ({@link
 * insight.kernel.Refused}). Every measure names its paper and its formula.
 *
 * <p>Words: a <em>model</em> is what training leaves; <em>trained</em> is the model together with
 * its provenance; an <em>interval</em> is a figure with its 95 % bounds and its n.
 *
 * <p>Cut by kind of task: {@code cluster} (groups of rows), {@code rank} (what to show whom),
 * {@code measure} (how good that was). Tables: none. Events: none. Tribuo never leaves this floor.
 */
@NullMarked
package insight.learn;

import org.jspecify.annotations.NullMarked;
