@NullMarked
package insight.shell;

import org.jspecify.annotations.NullMarked;
