/** The pages of this floor: the operating loop, jobs, users and tokens, settings, help. */
@NullMarked
package insight.runtime.ui;

import org.jspecify.annotations.NullMarked;
