package insight.collect.ui;

import insight.collect.Source;
import insight.collect.Sources;
import insight.shell.ShopLabel;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Says on every page when any of the data was generated, not lived. */
@ApplicationScoped
public class SyntheticLabel implements ShopLabel {
  @Inject Sources sources;

  @Override
  public Optional<String> label() {
    return sources.list().stream().anyMatch(Source::synthetic)
        ? Optional.of(Words.of("collect.ui.synthetic"))
        : Optional.empty();
  }
}
