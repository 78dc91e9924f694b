/**
 * Floor 7: groups of customers, their profiles and movement, and the page of one customer.
 *
 * <p>Promises: every customer of the snapshot is in exactly one segment of its segmentation, and
 * one segmentation is live; a segment's automatic name follows from its profile by one rule set and
 * is given once a segmentation; names are editable, and the automatic one comes back; the portal
 * says why a customer is in a segment and which other group was nearest; what a customer did is
 * shown masked unless the grant allows more, and nothing is shown without a grant.
 *
 * <p>Words: a <em>segmentation</em> is one complete grouping, made by a training run; its
 * <em>segments</em> have <em>members</em>; a segment's <em>profile</em> sets its middle half
 * against all customers; a <em>move</em> is what members did from one segmentation to the next.
 * Other stages add themselves to the customer page by {@code ui.CustomerPanel} and {@link
 * insight.segment.CustomerFacts}. Tables: {@code sg_}. Events: none of its own.
 */
@NullMarked
package insight.segment;

import org.jspecify.annotations.NullMarked;
