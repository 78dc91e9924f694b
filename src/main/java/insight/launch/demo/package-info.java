/**
 * The demo shop: fills a started portal, through its HTTP API, with a seeded, synthetic shop.
 * Everything it sends is labelled synthetic.
 */
@NullMarked
package insight.launch.demo;

import org.jspecify.annotations.NullMarked;
