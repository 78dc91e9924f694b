package insight.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import insight.kernel.Refused;

/** Short messages at the lower right: done (goes by itself, with Undo a little later), warning. */
public final class Toasts {
  private static final int DONE_MS = 5_000;
  private static final int UNDO_MS = 8_000;

  private Toasts() {}

  /** It worked; goes after 5 s. */
  public static Notification done(String sentence) {
    return open(toast(Icons.FINE, "good", sentence), DONE_MS, false);
  }

  /** It worked and can be taken back for 8 s. */
  public static Notification done(String sentence, Runnable undo) {
    return done(sentence, Words.of("shell.undo"), undo);
  }

  /** It worked; {@code verb} offers what one may do next. */
  public static Notification done(String sentence, String verb, Runnable act) {
    Notification notification = toast(Icons.FINE, "good", sentence);
    Component button =
        Buttons.quiet(
            verb,
            () -> {
              notification.close();
              act.run();
            });
    content(notification).addComponentAtIndex(2, button);
    return open(notification, UNDO_MS, false);
  }

  /** Something to know; stays until closed. */
  public static Notification warning(String sentence) {
    return open(toast(Icons.WARNING, "warn", sentence), 0, false);
  }

  /** Something failed; stays until closed and is read out at once. */
  public static Notification failure(String sentence) {
    return open(toast(Icons.FAILED, "bad", sentence), 0, true);
  }

  /** A refusal without a field of its own, in its words. */
  public static Notification refused(Refused refused) {
    return warning(refused.in(Words.locale()));
  }

  private static Notification toast(Icons icon, String colour, String sentence) {
    Notification notification = new Notification();
    Span shape = new Span(icon.create());
    shape.addClassName(colour);
    Div row =
        new Div(
            shape,
            Rich.span(sentence),
            Buttons.small(Buttons.icon(Icons.CROSS, Words.of("shell.close"), notification::close)));
    row.addClassName("toast");
    notification.add(row);
    notification.setPosition(Notification.Position.BOTTOM_END);
    return notification;
  }

  private static Div content(Notification notification) {
    return (Div) notification.getChildren().findFirst().orElseThrow();
  }

  private static Notification open(Notification notification, int millis, boolean assertive) {
    notification.setDuration(millis);
    notification.setAssertive(assertive);
    notification.open();
    return notification;
  }
}
