/** The contract's addresses for feedback and, later, service messages. */
@NullMarked
package insight.feedback.rest;

import org.jspecify.annotations.NullMarked;
