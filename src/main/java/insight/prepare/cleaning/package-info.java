/**
 * Cleaning: rules per source and field that check, mend and unify what files deliver, before it is
 * stored.
 *
 * <p>Promises: nothing is dropped silently – a line that fails a blocking rule is kept apart with
 * line, column, value and reason; what is changed is counted, with samples, and a value that was
 * replaced stays with its event; every rule can be counted on real rows before it is saved; every
 * state of a rule is kept with who made it; what a rule is judged by (medians, fences) is taken
 * from the stored events before an import and frozen with it.
 *
 * <p>Words: target: the field or column a rule is about; basis: the figures a rule was judged by.
 * Tables: {@code pr_rule}, {@code pr_rule_version}, {@code pr_rule_result}.
 */
@NullMarked
package insight.prepare.cleaning;

import org.jspecify.annotations.NullMarked;
