package insight.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the environment asks of the launcher, checked once at the door. The portal's own variables
 * (first administrator, mail, language model) pass through to it untouched.
 */
record Settings(
    String httpAddress,
    int httpPort,
    Path dataDirectory,
    String heap,
    Optional<DatabaseAccess> outsideDatabase) {

  private static final Pattern HEAP = Pattern.compile("([1-9][0-9]{0,6})([mMgG])");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.:_-]+");
  private static final int SMALLEST_HEAP_MEGABYTES = 384;

  /** Reads the environment; {@code usualData} is the data directory when none is named. */
  static Settings of(Map<String, String> environment, Path usualData) {
    return new Settings(
        address(given(environment, "INSIGHT_HTTP_ADDRESS").orElse("127.0.0.1")),
        port(given(environment, "INSIGHT_HTTP_PORT").orElse("8080")),
        given(environment, "INSIGHT_DATA_DIR")
            .map(Settings::directory)
            .orElse(usualData)
            .toAbsolutePath()
            .normalize(),
        heap(given(environment, "INSIGHT_HEAP").orElse("768m")),
        given(environment, "INSIGHT_DB_URL").map(url -> database(url, environment)));
  }

  /** The host to ask for readiness: a wildcard address is reached by loopback. */
  String reachableHost() {
    return switch (httpAddress) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "0:0:0:0:0:0:0:0" -> "[::1]";
      default -> httpAddress.contains(":") ? "[" + httpAddress + "]" : httpAddress;
    };
  }

  /** The portal's address for people and for the readiness question. */
  java.net.URI portal() {
    return java.net.URI.create("http://" + reachableHost() + ":" + httpPort);
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static StartRefused wrong(String name, String value, String mend) {
    return new StartRefused(name + " is \"" + value + "\": " + mend);
  }

  private static String address(String value) {
    if (!ADDRESS.matcher(value).matches()) {
      throw wrong(
          "INSIGHT_HTTP_ADDRESS",
          value,
          "give an IP address or host name of this machine, for example 127.0.0.1.");
    }
    return value;
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw wrongPort(value);
    }
    throw wrongPort(value);
  }

  private static StartRefused wrongPort(String value) {
    return wrong("INSIGHT_HTTP_PORT", value, "give a port between 1 and 65535, for example 8080.");
  }

  private static Path directory(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException noPath) {
      throw wrong(
          "INSIGHT_DATA_DIR", value, "give a directory that may be written, for example ./var.");
    }
  }

  private static String heap(String value) {
    var parts = HEAP.matcher(value);
    if (!parts.matches()) {
      throw wrong("INSIGHT_HEAP", value, "give a size with m or g, for example 768m or 2g.");
    }
    long unit = parts.group(2).equalsIgnoreCase("g") ? 1024 : 1;
    if (Long.parseLong(parts.group(1)) * unit < SMALLEST_HEAP_MEGABYTES) {
      throw wrong(
          "INSIGHT_HEAP",
          value,
          "the portal needs at least " + SMALLEST_HEAP_MEGABYTES + "m; 768m is the usual size.");
    }
    return value;
  }

  private static DatabaseAccess database(String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw wrong(
          "INSIGHT_DB_URL",
          new DatabaseAccess(url, "", "").shown(),
          "give a URL like jdbc:postgresql://host:5432/insight,"
              + " or unset it for the embedded database.");
    }
    String user =
        given(environment, "INSIGHT_DB_USER")
            .orElseThrow(
                () ->
                    new StartRefused(
                        "INSIGHT_DB_URL is set but INSIGHT_DB_USER is not:"
                            + " name the user of that database."));
    return new DatabaseAccess(url, user, environment.getOrDefault("INSIGHT_DB_PASSWORD", ""))
        .completed();
  }
}
