package insight.collect;

import insight.kernel.Countries;
import insight.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the terms on which a source's data is used, and its name; writes them into its row. */
final class SourceTerms {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int MOST_DAYS = 36_500;

  private final List<Refused.Reason> wrong = new ArrayList<>();

  List<Refused.Reason> wrong() {
    return wrong;
  }

  String name(String written) {
    String name = written.strip();
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      wrong("/name", "collect.source.name");
    }
    return name;
  }

  @Nullable String country(Optional<String> written) {
    Optional<String> code =
        written.map(String::strip).filter(c -> !c.isEmpty()).map(Countries::code);
    if (code.isPresent() && !COUNTRIES.contains(code.get())) {
      wrong("/country", "collect.source.country", code.get());
    }
    return code.orElse(null);
  }

  @Nullable String licence(Optional<String> written) {
    Optional<String> licence = written.map(String::strip).filter(l -> !l.isEmpty());
    if (licence.isPresent() && licence.get().length() > 500) {
      wrong("/licence", "collect.source.licence");
    }
    return licence.orElse(null);
  }

  @Nullable String basis(Optional<String> written) {
    Optional<String> word = written.map(String::strip).filter(b -> !b.isEmpty());
    if (word.isPresent() && Basis.of(word.get()).isEmpty()) {
      wrong("/basis", "collect.source.basis", word.get(), String.join(", ", Basis.words()));
    }
    return word.orElse(null);
  }

  @Nullable Integer retention(Optional<Integer> days) {
    if (days.isPresent() && (days.get() < 1 || days.get() > MOST_DAYS)) {
      wrong("/retentionDays", "collect.source.retention", MOST_DAYS);
    }
    return days.orElse(null);
  }

  @Nullable String schedule(SourceKind kind, Optional<String> cron) {
    Optional<String> text = cron.map(String::strip).filter(c -> !c.isEmpty());
    if (text.isEmpty()) {
      return null;
    }
    if (!kind.files() && kind != SourceKind.JDBC) {
      wrong("/schedule", "collect.schedule.kind", kind.word());
      return null;
    }
    try {
      return Schedule.own(text.get()).cron();
    } catch (Refused refused) {
      wrong.addAll(refused.reasons());
      return null;
    }
  }

  private void wrong(String pointer, String key, Object... arguments) {
    wrong.add(new Refused.Reason(pointer, key, List.of(arguments)));
  }
}
