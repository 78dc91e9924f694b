package insight.launch.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The portal's HTTP API, as the fill needs it. */
final class Portal {
  private static final int PATIENCE = 30;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI address;
  private final String token;
  private final Pace pace;

  /** How to wait; tests do not. */
  @FunctionalInterface
  interface Pace {
    void rest(Duration time) throws InterruptedException;
  }

  Portal(URI address, String token, Pace pace) {
    this.address = address;
    this.token = token;
    this.pace = pace;
  }

  Answer get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  Answer post(String path, Json body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Sends a file of JSON lines that is compressed already. */
  Answer upload(String path, Path file) throws IOException {
    return send(
        request(path)
            .timeout(Duration.ofMinutes(15))
            .header("Content-Type", "application/x-ndjson")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build());
  }

  void rest(Duration time) {
    try {
      pace.rest(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FillStopped("stopped", stopped);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("Insight-Purpose", "service");
  }

  /** Waits and asks again while the portal says that it is asked too often. */
  private Answer send(HttpRequest request) throws IOException {
    HttpResponse<String> answer = exchange(request);
    for (int i = 0; answer.statusCode() == 429 && i < PATIENCE; i++) {
      long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
      rest(Duration.ofSeconds(Math.clamp(seconds, 1, 60)));
      answer = exchange(request);
    }
    return Answer.of(answer.statusCode(), answer.body());
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }
}
