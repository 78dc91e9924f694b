/** What a machine can hold: the floors, the fences, the words, the tables. */
@NullMarked
package insight.hygiene;

import org.jspecify.annotations.NullMarked;
