/** Tests of rules. */
@NullMarked
package insight.segment.rule;

import org.jspecify.annotations.NullMarked;
