package insight.learn.cluster;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Work cut into chunks of a fixed size and done by two threads: the caller's and one beside it.
 * Where each chunk keeps its own sums and these are added in the order of the chunks, the result
 * does not depend on which thread did what.
 */
final class Chunks {
  /** Rows of a chunk. */
  static final int ROWS = 4_096;

  private Chunks() {}

  /** How many chunks so many rows have. */
  static int of(int rows) {
    return (rows + ROWS - 1) / ROWS;
  }

  /**
   * Does all pieces of work.
   *
   * @param tick heard on the caller's thread before each piece it does; may throw to end the work
   */
  static void each(int pieces, Runnable tick, IntConsumer work) {
    if (pieces == 1) {
      tick.run();
      work.accept(0);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    FutureTask<Void> beside = new FutureTask<>(() -> drain(pieces, next, () -> {}, work), null);
    Thread thread = new Thread(beside, "clustering");
    thread.setDaemon(true);
    thread.start();
    try {
      drain(pieces, next, tick, work);
      await(beside);
    } finally {
      next.set(pieces);
    }
  }

  private static void drain(int pieces, AtomicInteger next, Runnable tick, IntConsumer work) {
    for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
      tick.run();
      work.accept(piece);
    }
  }

  private static void await(FutureTask<Void> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while grouping", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part of the grouping failed", e.getCause());
    }
  }
}
