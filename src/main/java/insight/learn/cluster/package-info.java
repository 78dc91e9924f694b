/**
 * Groups of rows: features are scaled, k-means finds the groups, the silhouette chooses how many,
 * and the model says why a row is in its group. The only package that uses Tribuo, whose types stay
 * package-private here.
 */
@NullMarked
package insight.learn.cluster;

import org.jspecify.annotations.NullMarked;
