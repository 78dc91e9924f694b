/** Who is who, for people: proposals, merges, shared identifiers, rules. */
@NullMarked
package insight.prepare.identity.ui;

import org.jspecify.annotations.NullMarked;
