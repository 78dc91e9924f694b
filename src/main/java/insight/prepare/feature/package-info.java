/**
 * The feature catalogue: what the portal can say of a person in one number or word, as code.
 *
 * <p>Promises: the list is closed and typed; each feature has a stable id (a contract: segment
 * rules name it), a definition in words (text keys {@code prepare.feature.<id>} and {@code
 * .about}), and the SQL that computes it; all features of a grain are computed in one pass; none
 * sees anything at or after the cut-off. Pure Java: it writes SQL, {@code prepare} runs it.
 *
 * <p>Words: <em>grain</em>: what one row is before it is summed up to the person; <em>window</em>:
 * how far back from the cut-off a feature looks; <em>distribution</em>: how a feature's values lie;
 * <em>drift</em>: how far two distributions are apart.
 */
@NullMarked
package insight.prepare.feature;

import org.jspecify.annotations.NullMarked;
