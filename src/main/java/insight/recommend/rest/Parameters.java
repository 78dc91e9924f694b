package insight.recommend.rest;

import insight.kernel.Refused;
import insight.recommend.Wish;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request, or says which is wrong. */
final class Parameters {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final int MOST_AT_HAND = 50;

  private Parameters() {}

  /** Absent and blank are the same. */
  static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * @param context product codes, separated by commas
   */
  static Wish wish(@Nullable String limit, @Nullable String newOnly, @Nullable String context) {
    return new Wish(
        given(limit).map(Parameters::limit).orElse(Wish.USUAL),
        given(newOnly).map(Parameters::flag),
        given(context).map(Parameters::codes).orElse(List.of()));
  }

  private static int limit(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw Refused.invalid("/limit", "runtime.api.number", text, 1, Wish.MOST);
    }
    return Integer.parseInt(text);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refused.invalid("/new", "recommend.api.flag", text);
    };
  }

  private static List<String> codes(String text) {
    List<String> codes =
        Stream.of(text.split(",")).map(String::strip).filter(c -> !c.isEmpty()).distinct().toList();
    if (codes.size() > MOST_AT_HAND) {
      throw Refused.invalid("/context", "recommend.api.context", MOST_AT_HAND);
    }
    return codes;
  }
}
