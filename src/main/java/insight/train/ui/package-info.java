/** Train's pages: training runs, one run, models. */
@NullMarked
package insight.train.ui;

import org.jspecify.annotations.NullMarked;
