package insight.launch.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the portal answered: a status and, mostly, a JSON object. */
record Answer(int status, Map<String, Object> body) {
  private static final List<Integer> NOT_BUILT = List.of(404, 405, 501);

  static Answer of(int status, String text) {
    return new Answer(status, object(text).orElse(Map.of()));
  }

  /** Anything but an object (an error page of the server, say) is no answer that we know. */
  private static Optional<Map<String, Object>> object(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return JsonReader.read(text) instanceof Map<?, ?> map
          ? Optional.of(typed(map))
          : Optional.empty();
    } catch (IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // JsonReader makes maps from strings only
  private static Map<String, Object> typed(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  boolean good() {
    return status / 100 == 2;
  }

  /** Whether this part of the portal does not exist yet. */
  boolean notBuilt() {
    return NOT_BUILT.contains(status);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(body.get(name)).map(String::valueOf);
  }

  /** The objects of a list answer. */
  List<Map<String, Object>> items() {
    return body.get("items") instanceof List<?> list
        ? list.stream()
            .filter(item -> item instanceof Map)
            .map(item -> typed((Map<?, ?>) item))
            .toList()
        : List.of();
  }

  /** Why not: the portal's own words, else the bare status. */
  String reason() {
    return text("detail").or(() -> text("title")).orElse("HTTP " + status);
  }
}
