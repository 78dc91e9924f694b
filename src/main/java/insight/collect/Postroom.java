package insight.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Puts what several requests brought at the same moment into the inbox in one transaction: whoever
 * comes while another's is stored waits, and the next takes along all who wait. Each is answered
 * after the commit. If a common transaction fails, each is tried by itself, so that nobody suffers
 * from another's events.
 */
@ApplicationScoped
class Postroom {
  /** Events of one transaction, about. */
  private static final int MOST_EVENTS = 2_000;

  @Inject Inbox inbox;

  private final Map<Integer, Counter> counters = new ConcurrentHashMap<>();

  /** Where the parcels of one source are handed in. */
  private static final class Counter {
    private final ReentrantLock clerk = new ReentrantLock(true);
    private final Queue<Waiting> queue = new ArrayDeque<>();

    void enqueue(Waiting parcel) {
      synchronized (queue) {
        queue.add(parcel);
      }
    }

    /** The next parcels that go together. */
    List<Waiting> next() {
      List<Waiting> together = new ArrayList<>();
      int events = 0;
      synchronized (queue) {
        for (Waiting first = queue.peek(); first != null; first = queue.peek()) {
          events += first.parcel.events().size();
          if (!together.isEmpty() && events > MOST_EVENTS) {
            break;
          }
          together.add(queue.remove());
        }
      }
      return together;
    }
  }

  /** A parcel, and what became of it; written and read under the counter's lock. */
  private static final class Waiting {
    private final Parcel parcel;
    private Inbox.@Nullable Receipt receipt;
    private @Nullable RuntimeException failure;

    Waiting(Parcel parcel) {
      this.parcel = parcel;
    }

    boolean done() {
      return receipt != null || failure != null;
    }
  }

  /** Stores the parcel; returns after its commit. */
  Inbox.Receipt accept(Source source, Parcel parcel) {
    Counter counter = counters.computeIfAbsent(source.id(), id -> new Counter());
    Waiting mine = new Waiting(parcel);
    counter.enqueue(mine);
    counter.clerk.lock();
    try {
      while (!mine.done()) {
        store(source, counter.next());
      }
    } finally {
      counter.clerk.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return Objects.requireNonNull(mine.receipt);
  }

  private void store(Source source, List<Waiting> together) {
    try {
      List<Inbox.Receipt> receipts =
          inbox.acceptAll(source, together.stream().map(w -> w.parcel).toList());
      for (int i = 0; i < together.size(); i++) {
        together.get(i).receipt = receipts.get(i);
      }
    } catch (RuntimeException failure) {
      if (together.size() == 1) {
        together.getFirst().failure = failure;
      } else {
        together.forEach(one -> store(source, List.of(one)));
      }
    } finally { // an error: nobody may wait for ever
      together.stream()
          .filter(one -> !one.done())
          .forEach(one -> one.failure = new IllegalStateException("not stored"));
    }
  }
}
