/**
 * The frame of the pages: layout with the loop rail and top bar, sign-in, language, appearance,
 * errors. The shell knows no stage; stages bring themselves in:
 *
 * <ul>
 *   <li>a view carries {@link insight.shell.Page} and so finds its place in the rail;
 *   <li>a {@link insight.shell.StageState} bean lights its stage's sign in the rail;
 *   <li>a {@link insight.shell.NavbarItem} bean puts a counter into the top bar;
 *   <li>a view that is a {@link insight.shell.NavbarFilters} fills the top bar's left;
 *   <li>a {@link insight.shell.Finder} bean answers the global search;
 *   <li>one {@link insight.shell.Account} bean changes passwords and hears of sign-outs.
 * </ul>
 *
 * <p>Words: <i>rail</i> the stages at the left, <i>sign</i> a stage's state as a shape, <i>door</i>
 * the sign-in page, <i>incident</i> a failure with a number that finds it in the log.
 *
 * <p>Tables and events: none of its own.
 */
@NullMarked
package insight.shell;

import org.jspecify.annotations.NullMarked;
