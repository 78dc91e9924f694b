package insight.shell;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The frames that are open in browsers now. Whoever changes a sign or counter says so here. */
@ApplicationScoped
public class Frames {
  /** One open frame; many changes at once end in one refresh. */
  private record Open(UI ui, AtomicBoolean waiting) {}

  private final Map<Frame, Open> frames = new ConcurrentHashMap<>();

  /** Signs or counters changed: every open frame fetches them anew, shown by push. */
  public void refresh() {
    frames.forEach(this::refresh);
  }

  private void refresh(Frame frame, Open open) {
    if (!open.waiting().compareAndSet(false, true)) {
      return;
    }
    open.ui()
        .accessLater(
            () -> {
              open.waiting().set(false);
              frame.refresh();
            },
            () -> frames.remove(frame))
        .run();
  }

  void opened(Frame frame, UI ui) {
    frames.put(frame, new Open(ui, new AtomicBoolean()));
  }

  void closed(Frame frame) {
    frames.remove(frame);
  }
}
