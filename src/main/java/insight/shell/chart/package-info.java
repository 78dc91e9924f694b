/**
 * Charts: the one place that knows the drawing library (ApexCharts 4.7.0). A chart cannot be made
 * without a title, a sentence that says what it shows, its unit and its numbers as a table.
 */
@NullMarked
package insight.shell.chart;

import org.jspecify.annotations.NullMarked;
