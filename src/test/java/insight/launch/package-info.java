/** Tests of the launcher: its pure parts, and the embedded database through kills and restarts. */
@NullMarked
package insight.launch;

import org.jspecify.annotations.NullMarked;
