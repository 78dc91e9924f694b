/** Train's door for machines: trainers, training runs, model versions. */
@NullMarked
package insight.train.rest;

import org.jspecify.annotations.NullMarked;
