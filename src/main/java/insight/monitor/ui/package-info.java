/** The pages of monitor: dashboard, alerts; its sign in the rail and its bell in the top bar. */
@NullMarked
package insight.monitor.ui;

import org.jspecify.annotations.NullMarked;
