package insight.runtime;

/**
 * Runs one kind of job. Found by CDI. The handler runs without a transaction; it keeps what it did
 * in transactions of its own and must be safe to run again after an interruption.
 */
public interface JobHandler {
  /** The kind in {@code rt_job}. */
  String kind();

  /** Which threads it runs on. */
  Pool pool();

  /**
   * Does the work.
   *
   * @throws insight.kernel.Refused when the data cannot serve it; the reason is shown as it is
   * @throws JobRun.Cancelled passed on from {@link JobRun#progress}
   */
  void run(JobRun run) throws Exception;

  /** Threads for waiting (many) and for computing (few). */
  enum Pool {
    WAITING,
    COMPUTING
  }
}
