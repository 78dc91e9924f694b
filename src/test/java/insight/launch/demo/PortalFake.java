package insight.launch.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A portal that keeps what it is told: sources, jobs, rules, feedback. */
final class PortalFake implements AutoCloseable {
  private final HttpServer server;

  /** Every changing request: method and path, in order. */
  final List<String> changes = new ArrayList<>();

  /** Paths that answer with this status, whatever is asked. */
  final Map<String, Integer> broken = new HashMap<>();

  /** How the jobs end that are started now; their end shows at the second look. */
  String outcome = "succeeded";

  boolean hasSource;
  long importedLines;
  private final Map<String, Integer> looks = new HashMap<>();
  private final Map<String, String> outcomes = new HashMap<>();
  private final List<String> rules = new ArrayList<>();

  PortalFake() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  long count(String change) {
    return changes.stream().filter(change::equals).count();
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replace("/api/v1", "");
      byte[] body = body(exchange);
      if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer(exchange, 401, "{\"detail\":\"no\"}");
      } else if (broken.containsKey(path)) {
        answer(exchange, broken.get(path), "{\"detail\":\"Not built yet.\"}");
      } else if (exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 200, shown(path));
      } else {
        changes.add("POST " + path);
        answer(exchange, path.equals("/sources") ? 201 : 202, changed(path, body));
      }
    }
  }

  private String shown(String path) {
    if (path.startsWith("/jobs/")) {
      boolean first = looks.merge(path, 1, Integer::sum) == 1;
      String state = first ? "running" : outcomes.getOrDefault(path, "unknown");
      return "{\"state\":\"" + state + "\",\"progress\":0.5,\"reason\":\"disk full\"}";
    }
    return switch (path) {
      case "/sources" ->
          hasSource
              ? "{\"items\":[{\"id\":5,\"name\":\"" + Fill.SOURCE + "\"}]}"
              : "{\"items\":[]}";
      case "/sources/5" -> "{\"id\":5,\"counts\":{\"accepted\":" + importedLines + "}}";
      case "/recommendations" -> "{\"items\":[{\"product\":\"LL-1001\",\"score\":1.5}]}";
      default -> "{\"items\":[" + String.join(",", rules) + "]}";
    };
  }

  private String changed(String path, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    switch (path) {
      case "/sources" -> hasSource = true;
      case "/sources/5/imports" -> importedLines += text.lines().count();
      case "/alert-rules" -> rules.add(text);
      default -> JsonReader.read(text);
    }
    int id = path.equals("/sources") ? 5 : 100 + changes.size();
    outcomes.put("/jobs/" + id, outcome);
    return "{\"id\":\"" + id + "\"}";
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream raw = exchange.getRequestBody();
    try (InputStream in = zipped ? new GZIPInputStream(raw) : raw) {
      return in.readAllBytes();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
