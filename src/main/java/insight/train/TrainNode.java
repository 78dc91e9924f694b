package insight.train;

import insight.collect.Coverages;
import insight.runtime.LoopNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Training, in the operating loop. */
@ApplicationScoped
public class TrainNode implements LoopNode {
  @Inject Models models;
  @Inject Coverages coverages;
  @Inject @Any Instance<LearningTask> tasks;

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String title() {
    return "train.node.title";
  }

  @Override
  public Status now() {
    List<Model> all = models.list();
    List<String> names = tasks.stream().map(LearningTask::name).toList();
    long live = names.stream().filter(name -> models.live(name).isPresent()).count();
    Status status =
        Status.of(
                all.isEmpty() ? State.EMPTY : State.FINE,
                "training-runs",
                all.isEmpty() ? "train.node.empty" : "train.node.fine",
                live,
                names.size())
            .last(all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst().createdAt()));
    boolean canTrain = coverages.now().newest().isPresent();
    return canTrain && live < names.size() ? status.next("train.node.next") : status;
  }
}
