package insight.prepare.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what upper floors would hear. */
@ApplicationScoped
public class MergesHeard {
  private final List<PersonsMerged> merged = new CopyOnWriteArrayList<>();
  private final List<PersonsSeparated> separated = new CopyOnWriteArrayList<>();

  void onMerged(@Observes PersonsMerged event) {
    merged.add(event);
  }

  void onSeparated(@Observes PersonsSeparated event) {
    separated.add(event);
  }

  List<PersonsMerged> merged() {
    return merged;
  }

  List<PersonsSeparated> separated() {
    return separated;
  }
}
