package insight.learn.tabular;

import insight.learn.Provenance;
import insight.learn.measure.Diagnostics;
import java.util.List;

/**
 * What a training left.
 *
 * @param curves loss by round, where the trainer goes round by round
 */
public record Fitted(Classifier classifier, Provenance provenance, List<Diagnostics.Curve> curves) {
  public Fitted {
    curves = List.copyOf(curves);
  }
}
