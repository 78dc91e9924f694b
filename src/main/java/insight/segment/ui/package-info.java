/** The pages Segments, one segment, Customers and one customer. */
@NullMarked
package insight.segment.ui;

import org.jspecify.annotations.NullMarked;
