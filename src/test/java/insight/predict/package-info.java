/** Predict's tests: the task on made-up and on real shops, its promises in the running server. */
@org.jspecify.annotations.NullMarked
package insight.predict;
