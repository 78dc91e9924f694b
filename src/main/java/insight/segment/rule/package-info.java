/**
 * Rules for groups of customers: a closed tree of conditions on the feature catalogue. There is no
 * expression language: fields, operators and values are of fixed kinds, parsed once, compiled to
 * SQL with every value as a parameter, evaluated alike in Java, and said in words.
 *
 * <p>What is not known of a customer fulfils no condition, not even «is not»; <em>not</em> turns
 * the outcome around, so whoever is unknown is outside of a condition and inside of its opposite.
 */
@NullMarked
package insight.segment.rule;

import org.jspecify.annotations.NullMarked;
