/** Tests of who is who. */
@org.jspecify.annotations.NullMarked
package insight.prepare.identity;
