/** The pages of feedback: the inbox. */
@NullMarked
package insight.feedback.ui;

import org.jspecify.annotations.NullMarked;
