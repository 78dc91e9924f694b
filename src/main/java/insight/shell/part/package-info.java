/**
 * The parts pages are put together from: header with verdict, cards, figures, tables, lists, job
 * progress, masked values, period choice, toasts. Each is small, knows no stage, speaks the
 * reader's language ({@link insight.shell.part.Words}) and looks as in the theme's {@code
 * parts.css}.
 *
 * <p>Promises: words in bold come as {@code **so**} and never as HTML; state shows by shape and
 * word besides colour; everything works by keyboard.
 */
@NullMarked
package insight.shell.part;

import org.jspecify.annotations.NullMarked;
