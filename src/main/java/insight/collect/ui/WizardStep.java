package insight.collect.ui;

import insight.collect.SourceKind;
import insight.shell.part.Words;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of setting a source up. */
enum WizardStep {
  KIND,
  FILE,
  CONNECTION,
  COLUMNS,
  PLACE,
  CHECK;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return Words.of("collect.wizard." + word());
  }

  String say() {
    return Words.of("collect.wizard." + word() + ".say");
  }

  static Optional<WizardStep> of(String word) {
    return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
  }

  /** Those a source of these settings needs, in their order. */
  static List<WizardStep> needed(JsonObject settings) {
    SourceKind kind = SourceKind.of(settings.getString("kind", "")).orElse(SourceKind.CSV);
    return switch (kind) {
      case CSV, EXCEL -> List.of(KIND, FILE, COLUMNS, PLACE, CHECK);
      case JSONL -> List.of(KIND, FILE, PLACE, CHECK);
      case JDBC -> List.of(KIND, CONNECTION, COLUMNS, PLACE);
      case KAFKA -> List.of(KIND, CONNECTION, PLACE);
      case TRACKING, PORTAL -> List.of(KIND, PLACE);
    };
  }
}
