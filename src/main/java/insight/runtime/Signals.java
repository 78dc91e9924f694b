package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells open pages of this node what just happened, so that they can show it without being asked. A
 * page subscribes on attach, unsubscribes on detach, and does its work in {@code ui.access}.
 */
@ApplicationScoped
public class Signals {
  private static final Logger LOG = Logger.getLogger(Signals.class.getName());

  private record Listener(Class<?> kind, Consumer<Object> act) {}

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Calls {@code act} for each event of the kind until the returned handle is run. */
  public <T> Runnable on(Class<T> kind, Consumer<T> act) {
    Listener listener = new Listener(kind, event -> act.accept(kind.cast(event)));
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells all listeners; one that fails does not keep the others from hearing. */
  public void tell(Object event) {
    for (Listener listener : listeners) {
      if (listener.kind().isInstance(event)) {
        try {
          listener.act().accept(event);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "A page could not take " + event.getClass().getSimpleName(), e);
        }
      }
    }
  }
}
