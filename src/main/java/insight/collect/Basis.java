package insight.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The legal ground on which a source's data is used (GDPR article 6; PIPL article 13). */
public enum Basis {
  CONSENT,
  CONTRACT,
  LEGITIMATE_INTEREST,
  LEGAL_DUTY,
  /** Nobody's personal data, or made public by the persons themselves. */
  PUBLIC_DATA;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Basis> of(String word) {
    return Stream.of(values()).filter(b -> b.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Basis::word).toList();
  }
}
