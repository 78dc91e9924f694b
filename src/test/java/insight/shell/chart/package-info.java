@NullMarked
package insight.shell.chart;

import org.jspecify.annotations.NullMarked;
