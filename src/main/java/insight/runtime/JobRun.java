package insight.runtime;

import jakarta.json.JsonObject;
import java.util.Map;

/** A handler's view of the job it runs. All methods may be called often; writes are spaced. */
public interface JobRun {
  long id();

  JsonObject parameters();

  String requestedBy();

  /** How often it was started before, 0 at first. */
  int attempt();

  /** Names the step under way by its text key; written at once. */
  void stage(String textKey);

  /**
   * Reports units done of a total (negative: not known), at most once a second to the row, and
   * looks whether the job was cancelled.
   *
   * @throws Cancelled when somebody asked for it
   */
  void progress(long done, long total);

  /** Replaces the counts shown with the job; written with the next progress and at the end. */
  void counts(Map<String, ?> counts);

  /** Somebody asked for the job to be stopped. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("cancelled on request");
    }
  }
}
