package insight.feedback;

import java.util.Optional;

/** What feedback is about. */
public sealed interface About {

  /** A product that was shown, and the model that chose it. */
  record Recommendation(String product, Optional<String> model) implements About {}

  /** An order, by the shop's number. */
  record Order(String number) implements About {}

  /** The service; the topic is the shop's own word. */
  record Service(String topic) implements About {}

  default Kind kind() {
    return switch (this) {
      case Recommendation r -> Kind.RECOMMENDATION;
      case Order o -> Kind.ORDER;
      case Service s -> Kind.SERVICE;
    };
  }

  /** The kinds, for filters. */
  enum Kind {
    RECOMMENDATION,
    ORDER,
    SERVICE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
