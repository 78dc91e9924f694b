package insight.collect;

import insight.kernel.Refused;
import insight.runtime.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a source is reached, by its kind; the password is kept apart, encrypted. */
sealed interface Connection {
  /** Letters, digits, dots, hyphens, colons of IPv6: nothing that an address could smuggle in. */
  Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

  Pattern WORD = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  /** Nothing to reach: files and tracking come by themselves. */
  record None() implements Connection {}

  /**
   * @param sheet of the workbook; empty: the first
   */
  record Sheet(Optional<String> sheet) implements Connection {}

  /**
   * A PostgreSQL database.
   *
   * @param query what to read; one SELECT
   * @param column of its result that grows, by which only news are read
   * @param tls off, require (encrypted), verify-full (encrypted, and the server's name checked)
   */
  record Jdbc(
      String host,
      int port,
      String database,
      String user,
      String query,
      Optional<String> column,
      String tls)
      implements Connection {}

  /**
   * A topic of Kafka.
   *
   * @param servers host:port, parted by commas
   * @param format segment, or json with a mapping
   * @param start earliest or latest: where to begin the first time
   * @param security plaintext, ssl or sasl-ssl
   */
  record Kafka(
      String servers,
      String topic,
      Optional<String> group,
      String format,
      String start,
      String security,
      Optional<String> user)
      implements Connection {}

  /** The settings without the password, as they are kept. */
  static JsonObject bare(JsonObject settings) {
    JsonObjectBuilder bare = Json.object();
    settings.forEach(
        (name, value) -> {
          if (!name.equals("password")) {
            bare.add(name, value);
          }
        });
    return bare.build();
  }

  static Optional<String> password(JsonObject settings) {
    return settings.get("password") instanceof JsonString text && !text.getString().isEmpty()
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /**
   * Reads the settings of a kind.
   *
   * @throws Refused naming every one that does not fit
   */
  static Connection of(SourceKind kind, JsonObject settings) {
    Reading reading = new Reading(settings);
    Connection connection =
        switch (kind) {
          case CSV, JSONL, TRACKING, PORTAL -> new None();
          case EXCEL -> new Sheet(reading.text("sheet", WORD));
          case JDBC ->
              new Jdbc(
                  reading.needed("host", HOST),
                  reading.port(),
                  reading.needed("database", WORD),
                  reading.needed("user", WORD),
                  reading.query(),
                  reading.text("column", WORD),
                  reading.one("tls", List.of("require", "verify-full", "off")));
          case KAFKA ->
              new Kafka(
                  reading.servers(),
                  reading.needed("topic", TOPIC),
                  reading.text("group", TOPIC),
                  reading.one("format", List.of("segment", "json")),
                  reading.one("start", List.of("earliest", "latest")),
                  reading.one("security", List.of("plaintext", "ssl", "sasl-ssl")),
                  reading.text("user", WORD));
        };
    reading.done();
    return connection;
  }

  /** Reads one setting after the other, and complains at the end about all that do not fit. */
  final class Reading {
    private static final int LONGEST_QUERY = 20_000;
    private static final Pattern SELECT =
        Pattern.compile("(?is)\\s*(select|with|table|values)\\b.*");

    private final JsonObject settings;
    private final List<Refused.Reason> wrong = new ArrayList<>();

    Reading(JsonObject settings) {
      this.settings = settings;
    }

    private void wrong(String name, String key, Object... arguments) {
      wrong.add(new Refused.Reason("/settings/" + name, key, List.of(arguments)));
    }

    private @Nullable String raw(String name) {
      JsonValue value = settings.get(name);
      if (value instanceof JsonString text && !text.getString().isBlank()) {
        return text.getString().strip();
      }
      return value instanceof JsonNumber number ? number.toString() : null;
    }

    Optional<String> text(String name, Pattern pattern) {
      String text = raw(name);
      if (text != null && !pattern.matcher(text).matches()) {
        wrong(name, "collect.connection." + name, text);
      }
      return Optional.ofNullable(text);
    }

    String needed(String name, Pattern pattern) {
      Optional<String> text = text(name, pattern);
      if (text.isEmpty()) {
        wrong(name, "collect.connection." + name, "");
      }
      return text.orElse("");
    }

    int port() {
      String text = raw("port");
      if (text == null) {
        return 5432;
      }
      if (text.matches("\\d{1,5}")
          && Integer.parseInt(text) >= 1
          && Integer.parseInt(text) < 65536) {
        return Integer.parseInt(text);
      }
      wrong("port", "collect.connection.port", text);
      return 0;
    }

    String one(String name, List<String> known) {
      String text = raw(name);
      if (text != null && !known.contains(text)) {
        wrong(name, "collect.connection.one", text, String.join(", ", known));
      }
      return text == null ? known.getFirst() : text;
    }

    /** One statement that reads; the transaction it runs in is read-only besides. */
    String query() {
      String text = raw("query");
      String query = text == null ? "" : text.replaceAll(";\\s*$", "");
      if (!SELECT.matcher(query).matches() || query.length() > LONGEST_QUERY) {
        wrong("query", "collect.connection.query");
      } else if (query.indexOf(';') >= 0) {
        wrong("query", "collect.connection.semicolon");
      }
      return query;
    }

    String servers() {
      String text = raw("servers");
      List<String> servers = text == null ? List.of() : List.of(text.split("\\s*,\\s*"));
      boolean fit =
          !servers.isEmpty()
              && servers.size() <= 20
              && servers.stream()
                  .allMatch(s -> s.matches("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):\\d{1,5}"));
      if (!fit) {
        wrong("servers", "collect.connection.servers");
      }
      return String.join(",", servers);
    }

    void done() {
      if (!wrong.isEmpty()) {
        throw new Refused(Refused.Kind.INVALID, wrong);
      }
    }
  }
}
