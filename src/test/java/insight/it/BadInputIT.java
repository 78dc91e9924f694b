package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.corpus.BadBodies;
import insight.corpus.BadMessages;
import insight.corpus.BadRows;
import insight.corpus.Specimen;
import insight.launch.TestUsers;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R4 on the running portal: whatever comes, the good is stored, the bad is named, nothing fails.
 */
class BadInputIT {
  private static final long SEED = 99;

  private final Product product = SharedProduct.get();

  private JsonObject source(String name, String kind, String more) {
    return product.source(
        "{\"name\":\"%s\",\"kind\":\"%s\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"%s}"
            .formatted(name, kind, more));
  }

  private HttpResponse<String> track(String key, byte[] body, boolean gzip) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.at("/v1/batch"))
            .header("Authorization", basic(key))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofByteArray(body));
    return product.send(
        gzip ? request.header("Content-Encoding", "gzip").build() : request.build());
  }

  private static String basic(String key) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
  }

  private JsonObject counts(JsonObject source) {
    return product.json("/api/v1/sources/" + source.getString("id")).getJsonObject("counts");
  }

  @Test
  void badMessagesAreNamedAndTheGoodOnesStored() {
    JsonObject source = source("bad messages", "tracking", "");
    List<Specimen> corpus = BadMessages.of(SEED);
    List<String> wrong = new ArrayList<>();
    int step = 10; // batches stay below 500 kB
    for (int from = 0; from < corpus.size(); from += step) {
      List<Specimen> batch = corpus.subList(from, Math.min(corpus.size(), from + step));
      String body =
          "{\"batch\":[" + String.join(",", batch.stream().map(Specimen::text).toList()) + "]}";
      JsonObject answer =
          Product.object(
              Product.expect(
                  200,
                  track(
                      source.getString("writeKey"), body.getBytes(StandardCharsets.UTF_8), false)));
      List<String> named = new ArrayList<>();
      for (JsonValue one : answer.getJsonArray("rejected")) {
        assertFalse(one.asJsonObject().getString("detail").isBlank());
        named.add(one.asJsonObject().getString("pointer").split("/")[2]);
      }
      for (int i = 0; i < batch.size(); i++) {
        if (batch.get(i).good() == named.contains(String.valueOf(i))) {
          wrong.add(batch.get(i).kind());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(corpus.stream().filter(Specimen::good).count(), counts(source).getInt("accepted"));
    assertEquals(corpus.stream().filter(s -> !s.good()).count(), counts(source).getInt("rejected"));
    assertEquals(1, counts(source).getInt("masked"), "the card number");
  }

  @Test
  void badRowsAreNamedAndTheGoodOnesStored(@TempDir Path folder) throws IOException {
    JsonObject source = source("bad rows", "csv", ",\"mapping\":" + BadRows.MAPPING);
    List<Specimen> corpus = BadRows.of(SEED);
    StringBuilder text = new StringBuilder(BadRows.HEADER).append('\n');
    corpus.forEach(row -> text.append(row.text()).append('\n'));
    Path file = Files.writeString(folder.resolve("rows.csv"), text);
    String job = product.upload(source.getString("id"), file, false);
    JsonObject done = product.await(job, Duration.ofMinutes(2));
    assertEquals("succeeded", done.getString("state"), done::toString);
    JsonObject counts = done.getJsonObject("counts");
    assertEquals(corpus.stream().filter(Specimen::good).count(), counts.getInt("accepted"));
    assertEquals(corpus.stream().filter(s -> !s.good()).count(), counts.getInt("rejected"));
    JsonObject rejects = product.json("/api/v1/imports/" + job + "/rejects?limit=1000");
    for (JsonValue reject : rejects.getJsonArray("items")) {
      assertTrue(reject.asJsonObject().getInt("line") > 1);
      assertFalse(reject.asJsonObject().getString("reason").isBlank());
    }
  }

  @Test
  void noBodyMakesTheTrackingFail() {
    JsonObject source = source("bad bodies", "tracking", "");
    List<String> wrong = new ArrayList<>();
    for (BadBodies.Body body : BadBodies.all()) {
      int status = track(source.getString("writeKey"), body.bytes(), body.gzip()).statusCode();
      boolean fits = body.good() ? status == 200 : status == 400 || status == 413;
      if (!fits) {
        wrong.add(body.kind() + " → " + status);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(2, counts(source).getInt("accepted"));
  }

  @Test
  void noBodyMakesTheApiFail() {
    List<String> wrong = new ArrayList<>();
    for (String target :
        List.of(
            "POST /api/v1/sources",
            "POST /api/v1/sources/1/imports",
            "PUT /api/v1/sources/1/origins",
            "POST /api/v1/users",
            "POST /api/v1/tokens",
            "POST /api/v1/training-runs",
            "POST /api/v1/alert-rules",
            "POST /api/v1/alerts/1/acknowledgement",
            "POST /api/v1/segments/preview",
            "POST /api/v1/feedback",
            "POST /api/v1/imports/1/reversal",
            "POST /api/v1/jobs/999999/resumption",
            "PUT /api/v1/customers/nobody/consents")) {
      String[] parts = target.split(" ");
      for (BadBodies.Body body : BadBodies.all()) {
        int status = api(parts[0], parts[1], body).statusCode();
        if (status >= 500 && status != 501) {
          wrong.add(target + " with " + body.kind() + " → " + status);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private HttpResponse<String> api(String method, String path, BadBodies.Body body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.at(path))
            .header("Authorization", "Bearer " + TestUsers.TOKEN)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofByteArray(body.bytes()));
    for (int i = 0; ; i++) {
      HttpResponse<String> answer =
          product.send(
              body.gzip()
                  ? request.setHeader("Content-Encoding", "gzip").build()
                  : request.build());
      if (answer.statusCode() != 429 || i == 20) {
        return answer;
      }
      Product.sleep(500);
    }
  }

  @Test
  void twoLengthsAreNotBothBelieved() throws IOException {
    String key = source("smuggler", "tracking", "").getString("writeKey");
    String head =
        "POST /v1/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
            + basic(key)
            + "\r\nContent-Type: application/json\r\n";
    for (String lengths :
        List.of(
            "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
            "Content-Length: 12\r\nContent-Length: 5\r\n\r\n{\"batch\":[]}",
            "Content-Length: -1\r\n\r\n{\"batch\":[]}",
            "Content-Length: 99999999999999999999\r\n\r\n{\"batch\":[]}",
            "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{\"batch\":[]}\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n{\"batch\":[]}")) {
      String answer = raw(head + lengths);
      assertFalse(answer.startsWith("HTTP/1.1 5"), lengths + " → " + answer);
    }
    assertEquals(200, product.status("/health/ready"));
  }

  /** The first bytes of the answer; empty when the server says nothing. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), product.at("/").getPort())) {
      socket.setSoTimeout(1500);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] answer = new byte[2000];
      int n = in.read(answer);
      return n < 0 ? "" : new String(answer, 0, n, StandardCharsets.ISO_8859_1);
    } catch (java.net.SocketTimeoutException | java.net.SocketException silent) {
      return "";
    }
  }
}
