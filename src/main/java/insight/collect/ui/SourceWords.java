package insight.collect.ui;

import insight.collect.Source;
import insight.collect.SourceKind;
import insight.shell.part.Words;

/** Kinds and presets in plain words. */
final class SourceWords {
  private SourceWords() {}

  static String kind(Source source) {
    return source
        .preset()
        .map(p -> Words.of("collect.ui.preset." + p.word()))
        .orElseGet(() -> kind(source.kind()));
  }

  static String kind(SourceKind kind) {
    return Words.of("collect.ui.kind." + kind.word());
  }
}
