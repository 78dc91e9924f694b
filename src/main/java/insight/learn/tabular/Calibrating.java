package insight.learn.tabular;

import insight.learn.Parameter;
import insight.learn.Progress;
import insight.learn.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any kind of model, with its probabilities put right afterwards. The curve is fitted to what
 * models of the same kind said of rows that they had not seen (three parts by customer); the model
 * itself learns from all rows.
 */
public record Calibrating(TabularTrainer trainer, Method method) implements TabularTrainer {
  /** How probabilities are put right. */
  public enum Method {
    /** A sigmoid: two figures, good from some hundred rows on. */
    PLATT,
    /** Rising steps: follows any shape, wants some thousand rows. */
    ISOTONIC
  }

  private static final int PARTS = 3;

  @Override
  public String name() {
    return trainer.name();
  }

  @Override
  public List<Parameter> parameters() {
    return trainer.parameters();
  }

  @Override
  public Fitted fit(
      Table train, Table validation, Map<String, Double> parameters, long seed, Progress progress) {
    Rows.require(train);
    Table all = train.and(validation);
    double[] unseen =
        OutOfFold.probabilities(trainer, all, parameters, PARTS, seed, progress.part(0, .7));
    Scores scores =
        switch (method) {
          case PLATT -> Scores.Platt.fit(unseen, all.happened());
          case ISOTONIC -> Scores.Isotonic.fit(unseen, all.happened());
        };
    Fitted fitted = trainer.fit(train, validation, parameters, seed, progress.part(.7, 1));
    return new Fitted(
        new Calibrated(fitted.classifier(), scores),
        provenance(fitted.provenance()),
        fitted.curves());
  }

  private Provenance provenance(Provenance inside) {
    Map<String, String> parameters = new LinkedHashMap<>(inside.parameters());
    parameters.put("calibration", method.name().toLowerCase(java.util.Locale.ROOT));
    return new Provenance(
        inside.algorithm(),
        inside.library(),
        inside.libraryVersion(),
        inside.javaVersion(),
        parameters,
        inside.seed(),
        inside.rows(),
        inside.features(),
        inside.trainingMillis());
  }
}
