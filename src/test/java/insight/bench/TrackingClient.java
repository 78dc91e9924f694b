package insight.bench;

import insight.it.Product;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Sends batches of a hundred events as fast as the portal takes them, and keeps the time. */
public final class TrackingClient {
  public static final int BATCH = 100;

  private final Product product;
  private final String basic;
  private final AtomicLong next = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public TrackingClient(Product product, String writeKey) {
    this.product = product;
    this.basic =
        "Basic "
            + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a run brought.
   *
   * @param taken events that were acknowledged
   * @param refused requests answered 429 with Retry-After
   * @param failed requests answered otherwise
   */
  public record Run(long taken, long refused, long failed, double seconds, long[] nanos) {
    public double perSecond() {
      return taken / seconds;
    }

    /** The latency in ms that this share of the requests stays below. */
    public double millis(double share) {
      return nanos.length == 0
          ? 0
          : nanos[(int) Math.min(nanos.length - 1, Math.ceil(share * nanos.length))] / 1e6;
    }
  }

  private record Part(long taken, long refused, long failed, List<Long> nanos) {}

  /** Sends for a while from so many connections. */
  public Run run(Duration length, int connections) {
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    Part[] parts = new Part[connections];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int me = i;
      threads.add(Thread.ofPlatform().start(() -> parts[me] = send(end)));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long[] nanos =
        Arrays.stream(parts).flatMap(p -> p.nanos().stream()).mapToLong(Long::longValue).toArray();
    Arrays.sort(nanos);
    return new Run(
        Arrays.stream(parts).mapToLong(Part::taken).sum(),
        Arrays.stream(parts).mapToLong(Part::refused).sum(),
        Arrays.stream(parts).mapToLong(Part::failed).sum(),
        seconds,
        nanos);
  }

  private Part send(long end) {
    long taken = 0;
    long refused = 0;
    long failed = 0;
    List<Long> nanos = new ArrayList<>();
    while (System.nanoTime() < end) {
      HttpRequest request = request(next.getAndAdd(BATCH));
      long begin = System.nanoTime();
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().contains("\"accepted\":" + BATCH + ",")) {
          nanos.add(System.nanoTime() - begin);
          taken += BATCH;
        } else if (answer.statusCode() == 429
            && answer.headers().firstValue("Retry-After").isPresent()) {
          refused++;
          Product.sleep(100);
        } else {
          failed++;
        }
      } catch (IOException broken) {
        failed++;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Part(taken, refused, failed, nanos);
  }

  private HttpRequest request(long from) {
    StringBuilder body = new StringBuilder(40_000).append("{\"batch\":[");
    String now = Instant.now().toString();
    for (long i = from; i < from + BATCH; i++) {
      body.append(i == from ? "{" : ",{");
      event(body, i);
      body.append(",\"timestamp\":\"")
          .append(now)
          .append("\",\"messageId\":\"m-")
          .append(i)
          .append("\",\"userId\":\"u")
          .append(i * 7919 % 20_000)
          .append("\",\"context\":{\"locale\":\"en-GB\",\"library\":{\"name\":\"bench\"}}}");
    }
    return HttpRequest.newBuilder(product.at("/v1/batch"))
        .header("Authorization", basic)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(60))
        .POST(BodyPublishers.ofString(body.append("]}").toString()))
        .build();
  }

  /** Half of them look at products, some search, some buy. */
  private static void event(StringBuilder body, long i) {
    switch ((int) (i % 10)) {
      case 0, 1, 2 ->
          body.append("\"type\":\"page\",\"name\":\"/p/")
              .append(i % 500)
              .append("\",\"properties\":{\"dwell_seconds\":")
              .append(i % 90)
              .append("}");
      case 3 ->
          body.append(
                  "\"type\":\"track\",\"event\":\"Products Searched\",\"properties\":{\"query\":\"tea ")
              .append(i % 70)
              .append("\"}");
      case 4 ->
          body.append(
                  "\"type\":\"track\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o")
              .append(i)
              .append("\",\"products\":[{\"product_id\":\"p")
              .append(i % 500)
              .append("\",\"price\":12.5,\"quantity\":2}]}");
      default ->
          body.append(
                  "\"type\":\"track\",\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"p")
              .append(i % 500)
              .append("\",\"name\":\"Product ")
              .append(i % 500)
              .append("\",\"price\":12.5}");
    }
  }
}
