/** The pages of recommendations: how good they are, and the list of one customer. */
@NullMarked
package insight.recommend.ui;

import org.jspecify.annotations.NullMarked;
