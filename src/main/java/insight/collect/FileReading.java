package insight.collect;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a delivery on a thread of its own, so that reading and storing overlap. At most two chunks
 * wait; a slow database slows the reading down.
 */
final class FileReading implements AutoCloseable {
  /** Records of a chunk: large ones store quicker; the first is small, so that storing begins. */
  static final int LINES = 60_000;

  private static final int FIRST_LINES = 10_000;

  private final Delivery delivery;
  private final long after;
  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(2);
  private final Thread thread;
  private volatile boolean stopped;

  /** What comes out of the reading. */
  sealed interface Step {
    record Ready(Chunk chunk) implements Step {}

    /** The file was read as far as it goes. */
    record End(boolean cut) implements Step {}

    record Failed(Exception cause) implements Step {}
  }

  /**
   * @param after the line up to which everything was stored before
   */
  FileReading(Delivery delivery, long after) {
    this.delivery = delivery;
    this.after = after;
    this.thread = Thread.ofPlatform().daemon().name("import-reading").start(this::read);
  }

  private void read() {
    try {
      boolean more = true;
      int lines = FIRST_LINES;
      while (more && !stopped) {
        Chunk chunk = new Chunk();
        while (more && chunk.read < lines && !stopped) {
          more = delivery.next(chunk, after);
        }
        chunk.noticed = delivery.noticed();
        chunk.bytes = delivery.bytes();
        chunk.encoding = delivery.encoding();
        if (chunk.read > 0) {
          put(new Step.Ready(chunk));
        }
        lines = LINES;
      }
      put(new Step.End(delivery.cut()));
    } catch (IOException | RuntimeException e) {
      put(new Step.Failed(e));
    }
  }

  private void put(Step step) {
    try {
      while (!stopped && !steps.offer(step, 200, TimeUnit.MILLISECONDS)) {
        // the storing side is behind
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  /** The next step, waited for at most so long. */
  Optional<Step> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(steps.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Ends the reading, wherever it is. */
  @Override
  public void close() throws IOException, InterruptedException {
    stopped = true;
    thread.join(Duration.ofSeconds(10));
    delivery.close();
  }
}
