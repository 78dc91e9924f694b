/** Tests of the identity page's parts. */
@org.jspecify.annotations.NullMarked
package insight.prepare.identity.ui;
