/** The pages of predictions: how the scores lie, who is most likely to leave, and why. */
@NullMarked
package insight.predict.ui;

import org.jspecify.annotations.NullMarked;
