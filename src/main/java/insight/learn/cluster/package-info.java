/**
 * Groups of rows: features are scaled, k-means, Ward's trees, density or a decision tree find the
 * groups, silhouette and stability choose how many, and the model says why a row is in its group.
 * All of it is our own code over flat arrays, the same whatever the number of threads.
 */
@NullMarked
package insight.learn.cluster;

import org.jspecify.annotations.NullMarked;
