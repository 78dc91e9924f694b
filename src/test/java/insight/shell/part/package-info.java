@NullMarked
package insight.shell.part;

import org.jspecify.annotations.NullMarked;
