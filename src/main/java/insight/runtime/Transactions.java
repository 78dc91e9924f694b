package insight.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Transactions of a given length, for work that is longer than one: jobs and their checkpoints. */
@ApplicationScoped
public class Transactions {

  /** Runs the work in a transaction of its own and commits it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T inNew(Supplier<T> work) {
    return work.get();
  }

  /** As {@link #inNew}, without a result. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void doInNew(Runnable work) {
    work.run();
  }
}
