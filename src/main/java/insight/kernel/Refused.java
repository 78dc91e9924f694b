package insight.kernel;

import java.util.List;
import java.util.Map;

/**
 * A request that cannot be done as asked. It is an answer, not a failure: it names what was wrong,
 * where, and what to do, in the reader's language.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of no this is; the HTTP floor turns it into a status. */
  public enum Kind {
    INVALID,
    NOT_FOUND,
    CONFLICT,
    FORBIDDEN,
    UNPROCESSABLE,
    /** Not now; later the same may do. */
    UNAVAILABLE
  }

  /**
   * One thing that is wrong: a JSON pointer (or field name), and the text key with its arguments.
   */
  public record Reason(String pointer, String key, List<Object> arguments) {
    public Reason {
      arguments = List.copyOf(arguments);
    }

    /** The reason in words. */
    public String in(java.util.Locale locale) {
      return Texts.of(locale, key, arguments.toArray());
    }
  }

  private final Kind kind;
  private final transient List<Reason> reasons;

  public Refused(Kind kind, List<Reason> reasons) {
    super(reasons.isEmpty() ? kind.name() : reasons.getFirst().in(java.util.Locale.ENGLISH));
    this.kind = kind;
    this.reasons = List.copyOf(reasons);
  }

  /** The value at {@code pointer} is not acceptable. */
  public static Refused invalid(String pointer, String key, Object... arguments) {
    return of(Kind.INVALID, pointer, key, arguments);
  }

  public static Refused notFound(String key, Object... arguments) {
    return of(Kind.NOT_FOUND, "", key, arguments);
  }

  public static Refused conflict(String key, Object... arguments) {
    return of(Kind.CONFLICT, "", key, arguments);
  }

  public static Refused forbidden(String key, Object... arguments) {
    return of(Kind.FORBIDDEN, "", key, arguments);
  }

  /** Well-formed, but today's data cannot serve it. */
  public static Refused unprocessable(String key, Object... arguments) {
    return of(Kind.UNPROCESSABLE, "", key, arguments);
  }

  /** Nothing is wrong with what was asked, but it cannot be done now. */
  public static Refused unavailable(String key, Object... arguments) {
    return of(Kind.UNAVAILABLE, "", key, arguments);
  }

  private static Refused of(Kind kind, String pointer, String key, Object... arguments) {
    return new Refused(kind, List.of(new Reason(pointer, key, List.of(arguments))));
  }

  public Kind kind() {
    return kind;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  /** All reasons in words, one sentence each. */
  public String in(java.util.Locale locale) {
    return String.join(" ", reasons.stream().map(r -> r.in(locale)).toList());
  }

  /** Pointer to words, for forms. */
  public Map<String, String> byPointer(java.util.Locale locale) {
    return reasons.stream()
        .collect(
            java.util.stream.Collectors.toMap(Reason::pointer, r -> r.in(locale), (a, b) -> a));
  }
}
