/** The HTTP door of monitor: figures, alert rules, alerts. */
@NullMarked
package insight.monitor.rest;

import org.jspecify.annotations.NullMarked;
