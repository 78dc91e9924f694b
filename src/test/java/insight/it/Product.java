package insight.it;

import insight.launch.TestUsers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole product as a newcomer starts it: the launcher, its database, the portal. */
public final class Product implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(240);

  private final Path data;
  private final int port;
  private final Map<String, String> extra;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private Process process;

  private Product(Path data, int port, Map<String, String> extra, Process process) {
    this.data = data;
    this.port = port;
    this.extra = extra;
    this.process = process;
  }

  /** Starts it on a data directory and waits until it is ready. */
  public static Product start(Path data, Map<String, String> extra) {
    try {
      Files.createDirectories(data);
      int port = freePort();
      Product product = new Product(data, port, extra, launch(data, port, extra));
      product.awaitReady();
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again on the same data and port. */
  public void startAgain() {
    try {
      process = launch(data, port, extra);
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process launch(Path data, int port, Map<String, String> extra) throws IOException {
    String target = System.getProperty("insight.target", "target");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-Dinsight.target=" + target,
            "-cp",
            target + "/classes:" + target + "/launch/*",
            "insight.launch.Main",
            "run");
    builder
        .environment()
        .putAll(
            Map.of(
                "INSIGHT_DATA_DIR",
                data.toAbsolutePath().toString(),
                "INSIGHT_HTTP_PORT",
                String.valueOf(port),
                "INSIGHT_ADMIN_PASSWORD",
                TestUsers.ADMIN_PASSWORD,
                "INSIGHT_API_TOKEN",
                TestUsers.TOKEN));
    builder.environment().putAll(extra);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("launcher.out").toFile()));
    return builder.start();
  }

  private void awaitReady() {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the product stopped: " + output());
      }
      if (status("/health/ready") == 200) {
        return;
      }
      sleep(300);
    }
    throw new IllegalStateException("not ready in " + START + ": " + output());
  }

  /** What the launcher printed so far. */
  public String output() {
    try {
      return Files.readString(data.resolve("launcher.out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The status of a GET; -1 when nobody answers. */
  public int status(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException nobody) {
      return -1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request with the admin's token. */
  public HttpResponse<String> call(String method, String path, String type, BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + TestUsers.TOKEN)
            .header("Content-Type", type)
            .timeout(Duration.ofSeconds(120))
            .method(method, body)
            .build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return call("GET", path, "application/json", BodyPublishers.noBody());
  }

  public HttpResponse<String> post(String path, String json) {
    return call("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  /** A GET that must answer 200, as an object. */
  public JsonObject json(String path) {
    return object(expect(200, get(path)));
  }

  public static String expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new AssertionError(
          response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  public static JsonObject object(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Creates a source; the answer holds id and perhaps writeKey. */
  public JsonObject source(String json) {
    return object(expect(201, post("/api/v1/sources", json)));
  }

  /** Uploads a file as it is and returns the job's id. */
  public String upload(String source, Path file, boolean gzip) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(at("/api/v1/sources/" + source + "/imports"))
              .header("Authorization", "Bearer " + TestUsers.TOKEN)
              .header("Content-Type", "text/csv")
              .POST(BodyPublishers.ofFile(file));
      if (gzip) {
        request.header("Content-Encoding", "gzip");
      }
      return object(expect(202, send(request.build()))).getString("id");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the job has ended, whatever happens to the connection meanwhile. */
  public JsonObject await(String job, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    JsonObject last = JsonObject.EMPTY_JSON_OBJECT;
    while (System.nanoTime() < end) {
      last = json("/api/v1/jobs/" + job);
      if (!List.of("queued", "running").contains(last.getString("state"))) {
        return last;
      }
      sleep(300);
    }
    throw new AssertionError("job " + job + " still goes on: " + last);
  }

  /** As {@link #await}, while the portal may answer with failures for a while. */
  public JsonObject awaitThroughOutages(String job, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      HttpResponse<String> answer = get("/api/v1/jobs/" + job);
      if (answer.statusCode() == 200) {
        JsonObject state = object(answer.body());
        if (!List.of("queued", "running").contains(state.getString("state"))) {
          return state;
        }
      }
      sleep(500);
    }
    throw new AssertionError("job " + job + " still goes on");
  }

  /** Waits until a GET answers so. */
  public void awaitStatus(String path, int status, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (status(path) != status) {
      if (System.nanoTime() > end) {
        throw new AssertionError(path + " does not answer " + status);
      }
      sleep(300);
    }
  }

  /** Waits until the answer of a GET holds a text. */
  public void awaitContains(String path, String text, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!get(path).body().contains(text)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(path + " does not hold " + text + ": " + get(path).body());
      }
      sleep(500);
    }
  }

  /** Sends tracking messages; the answer of the server, or an empty object if it did not answer. */
  public JsonObject track(String writeKey, String batch) {
    String basic =
        Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(at("/v1/batch"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(batch))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? object(answer.body()) : JsonObject.EMPTY_JSON_OBJECT;
    } catch (IOException nobody) {
      return JsonObject.EMPTY_JSON_OBJECT;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** kill -9 of the launcher, the portal and the database, all at once. */
  public void killEverything() {
    List<ProcessHandle> all = new ArrayList<>();
    all.add(process.toHandle());
    process.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(p -> p.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  /** kill -9 of the database server alone. */
  public void killDatabase() {
    process
        .descendants()
        .filter(Product::isPostgres)
        .filter(p -> p.parent().map(parent -> !isPostgres(parent)).orElse(true))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
  }

  /** Its embedded database, as the portal itself reaches it. */
  public Connection database() {
    try {
      String port = Files.readAllLines(data.resolve("db").resolve("postmaster.pid")).get(3).strip();
      String password = Files.readString(data.resolve("secrets").resolve("db-password")).strip();
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + port + "/insight?reWriteBatchedInserts=true",
          "insight",
          password);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query as text, the columns of a row joined by blanks. */
  public List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database();
        ResultSet found = connection.createStatement().executeQuery(sql)) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " ").append(found.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the portal and its database have computed so far: tells more than the clock under load.
   */
  public double cpuSeconds() {
    return process
            .descendants()
            .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToLong(Duration::toMillis)
            .sum()
        / 1e3;
  }

  /** Memory of the portal's process alone (resident set), in kB. */
  public long portalMemory() {
    ProcessHandle portal =
        process
            .descendants()
            .filter(p -> p.info().command().map(c -> c.endsWith("/java")).orElse(false))
            .findFirst()
            .orElseThrow();
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + portal.pid() + "/status"))) {
      return lines
          .filter(l -> l.startsWith("VmRSS:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The launcher's process. */
  public Process launcher() {
    return process;
  }

  public static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        killEverything();
        throw new IllegalStateException("did not stop in a minute");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
