/**
 * The launcher, outside the WAR: starts the database, then the portal on Payara Micro as a child
 * process, watches both and stops both. Plain Java, small (it lives as long as the portal does).
 *
 * <p>Promises: one clear line for everything that keeps the portal from starting, and an exit code
 * other than zero; a requested stop (Ctrl-C, SIGTERM) ends the portal first and then the database;
 * after {@code kill -9} of any or all of these processes the next start goes on by itself, with
 * nothing acknowledged lost.
 *
 * <p>Words: the <em>data directory</em> holds everything the portal keeps ({@code db} the database,
 * {@code secrets} what only the owner may read, {@code logs}, {@code programs} the unpacked
 * PostgreSQL, {@code server} Payara's working files, made anew at each start); a <em>left-over</em>
 * is a process of an earlier start that outlived its launcher.
 *
 * <p>The embedded PostgreSQL is run directly from the published binaries rather than through the
 * test library around them: that library signs on without a password, turns durability off and
 * cannot take over after a killed JVM.
 *
 * <p>Tables and events: none. The launcher knows nothing of the portal except its environment
 * variables and {@code /health/ready}.
 */
@NullMarked
package insight.launch;

import org.jspecify.annotations.NullMarked;
