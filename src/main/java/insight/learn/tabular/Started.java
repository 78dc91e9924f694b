package insight.learn.tabular;

import insight.learn.Parameter;
import insight.learn.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;

/** A training under way: its checked settings, and from them what its provenance says. */
record Started(TabularTrainer trainer, Map<String, Double> settings, long seed, long nanos) {
  static Started now(TabularTrainer trainer, Map<String, Double> parameters, long seed) {
    return new Started(trainer, trainer.complete(parameters), seed, System.nanoTime());
  }

  double real(String name) {
    return java.util.Objects.requireNonNull(settings.get(name), name);
  }

  int whole(String name) {
    return (int) real(name);
  }

  /** Whether this word of a choice was chosen. */
  boolean chosen(String name, String word) {
    return trainer.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .anyMatch(parameter -> parameter.word(real(name)).equals(word));
  }

  /** By own code. */
  Provenance provenance(Table train) {
    return provenance(train, "insight", "1");
  }

  Provenance provenance(Table train, String library, String version) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Parameter parameter : trainer.parameters()) {
      double value = real(parameter.name());
      words.put(parameter.name(), word(parameter, value));
    }
    words.put("threads", "1");
    return new Provenance(
        trainer.name(),
        library,
        version,
        Runtime.version().toString(),
        words,
        seed,
        train.rows(),
        train.columns().names(),
        (System.nanoTime() - nanos) / 1_000_000);
  }

  private static String word(Parameter parameter, double value) {
    if (parameter.isChoice()) {
      return parameter.word(value);
    }
    return parameter.whole() ? Long.toString((long) value) : Double.toString(value);
  }
}
