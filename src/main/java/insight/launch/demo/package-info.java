/**
 * The demo shop: «Lantern &amp; Loom», an invented shop for homeware and gifts, and the way it
 * comes into the portal. Runs in the launcher, outside the WAR, with nothing but the JDK.
 *
 * <p>Promises: the same {@link insight.launch.demo.Plan} makes the same bytes; nobody in it exists
 * (addresses under example.com and example.test, telephone numbers from ranges reserved for
 * fiction); the portal is filled only through its HTTP API, and a fill that broke off goes on where
 * it stopped.
 *
 * <p>Words: a <em>plan</em> is size, span and seed; a <em>shopper</em> a customer with habits; a
 * <em>visit</em> one session; the <em>aftermath</em> what follows an order (payment, cancellation,
 * return, reviews); the <em>agenda</em> holds what is still to come, in order of time.
 *
 * <p>No tables, no events. Output: JSON lines as Segment's libraries send them, read by the preset
 * {@code segment-jsonl}.
 */
@NullMarked
package insight.launch.demo;

import org.jspecify.annotations.NullMarked;
