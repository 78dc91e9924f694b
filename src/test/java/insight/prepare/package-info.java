/** Tests of snapshots and features in the running server. */
package insight.prepare;
