package insight.prepare.cleaning;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;

/** What the rules found, import by import. */
@UseCase
public class CleaningResults {
  @Inject ResultRows rows;

  /** A state of a rule that judged data. */
  public record Applied(int rule, int version) {}

  /** The rules that judged what was imported and is still there, for a model's provenance. */
  public List<Applied> applied() {
    return rows.applied();
  }

  /** Of one import, in the order of the rules. */
  public List<CleaningResult> of(long importId) {
    return rows.of(importId);
  }

  /** Of a source's newest imports, the newest first. */
  public List<CleaningResult> newest(int sourceId, int imports) {
    return rows.newest(sourceId, imports);
  }
}
