/** The pages of privacy: the audit log. */
@NullMarked
package insight.privacy.ui;

import org.jspecify.annotations.NullMarked;
