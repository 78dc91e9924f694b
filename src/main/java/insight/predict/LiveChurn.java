package insight.predict;

import insight.learn.UnreadableModel;
import insight.learn.tabular.Classifier;
import insight.learn.tabular.TabularModels;
import insight.runtime.Incidents;
import insight.runtime.Transactions;
import insight.train.Model;
import insight.train.ModelFile;
import insight.train.Models;
import insight.train.TrainingRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The live churn model, read once and kept while it is live. */
@ApplicationScoped
class LiveChurn {
  @Inject Models models;
  @Inject TrainingRuns runs;
  @Inject Transactions transactions;
  @Inject Incidents incidents;

  /** A live model, ready; without classifier when its bytes cannot be read. */
  record Live(Model model, ChurnDefinition definition, Optional<Classifier> classifier) {}

  private volatile Optional<Live> kept = Optional.empty();

  Optional<Live> now() {
    Optional<Live> last = kept;
    Optional<Live> live =
        models
            .live(PredictChurn.NAME)
            .map(m -> last.filter(l -> l.model().id() == m.id()).orElseGet(() -> load(m)));
    kept = live;
    return live;
  }

  /** A damaged model is reported once; no score is made up in its place. */
  private Live load(Model model) {
    ChurnDefinition definition = PredictChurn.definition(runs.required(model.runId()).parameters());
    try {
      ModelFile file = transactions.inNew(() -> models.file(model.id()));
      return new Live(model, definition, Optional.of(TabularModels.read(file.content())));
    } catch (UnreadableModel | IllegalStateException e) {
      incidents.report("The live churn model v" + model.number() + " cannot be read", e);
      return new Live(model, definition, Optional.empty());
    }
  }
}
