package insight.it;

import insight.launch.DirectoryTree;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kills the whole product at random moments while it imports files and takes events. Whenever a
 * file is in, the next one begins, so that each kill meets an import.
 */
public final class Kills {
  static final int LINES = 150_000;
  static final String MAPPING =
      "\"mapping\":{\"time\":{\"column\":\"when\",\"format\":\"yyyy-MM-dd HH:mm:ss\"},"
          + "\"customer\":\"who\",\"order\":\"order\",\"product\":\"what\","
          + "\"quantity\":\"n\",\"unitPrice\":\"price\"}";

  private final Path data;
  private final int kills;
  private final SplittableRandom random;

  public Kills(Path data, int kills, long seed) {
    this.data = data;
    this.kills = kills;
    this.random = new SplittableRandom(seed);
  }

  /**
   * @param acknowledged events the portal said it had
   * @param lost of those, how many it does not have
   * @param doubled events it has more than once
   * @param wholeImports imports that ended with each line of their file, once
   */
  public record Outcome(
      long acknowledged,
      long lost,
      long doubled,
      long lines,
      JsonObject importCounts,
      int imports,
      int wholeImports) {

    /** Whether each import ended with each of its lines, once. */
    public boolean importsWhole() {
      return imports == wholeImports;
    }
  }

  public Outcome run(Map<String, String> extra) {
    DirectoryTree.delete(data);
    try (Product product = Product.start(data, extra)) {
      JsonObject shop =
          product.source(
              "{\"name\":\"shop\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}");
      Sender sender = new Sender(product, shop.getString("writeKey"));
      Path file = lines(data);
      List<String> jobs = new ArrayList<>(List.of(begin(product, file, 0)));
      for (int i = 0; i < kills; i++) {
        sender.sendFor(400 + random.nextInt(2600));
        product.killEverything();
        product.startAgain();
        if (!resume(product, jobs.getLast())) {
          jobs.add(begin(product, file, jobs.size()));
        }
      }
      product.await(jobs.getLast(), Duration.ofMinutes(5));
      sender.sendAgainWhatWasNotAcknowledged();
      long stored = accepted(product, shop.getString("id"));
      long sent = sender.sent.get();
      return new Outcome(
          sender.acknowledged.get(),
          Math.max(0, sent - stored),
          Math.max(0, stored - sent),
          LINES,
          product.json("/api/v1/jobs/" + jobs.getFirst()).getJsonObject("counts"),
          jobs.size(),
          (int) jobs.stream().filter(job -> whole(product, job)).count());
    }
  }

  /** Begins the import of the file into a source of its own. */
  private static String begin(Product product, Path file, int number) {
    JsonObject source =
        product.source(
            "{\"name\":\"file %d\",\"kind\":\"csv\",\"timeZone\":\"UTC\",\"currency\":\"GBP\",%s}"
                .formatted(number, MAPPING));
    return product.upload(source.getString("id"), file, false);
  }

  /** Whether counts and rows say that each line is there once. */
  private static boolean whole(Product product, String job) {
    JsonObject state = product.json("/api/v1/jobs/" + job);
    String rows =
        product
            .rows("select count(*), count(distinct line) from co_event where import_id = " + job)
            .getFirst();
    return state.getString("state").equals("succeeded")
        && state.getJsonObject("counts").getInt("accepted") == LINES
        && rows.equals(LINES + " " + LINES);
  }

  /** Lets an interrupted import go on; false when it has ended. */
  private static boolean resume(Product product, String job) {
    String state = product.json("/api/v1/jobs/" + job).getString("state");
    if (state.equals("interrupted")) {
      Product.expect(202, product.post("/api/v1/jobs/" + job + "/resumption", "{}"));
    }
    return !state.equals("succeeded");
  }

  private static long accepted(Product product, String source) {
    return product.json("/api/v1/sources/" + source).getJsonObject("counts").getInt("accepted");
  }

  /** A file of {@link #LINES} sales in the folder. */
  static Path lines(Path folder) {
    try {
      Path file = folder.resolve("lines.csv");
      StringBuilder text = new StringBuilder("when,who,order,what,n,price\n");
      for (int i = 0; i < LINES; i++) {
        text.append("2025-03-")
            .append(String.format(java.util.Locale.ROOT, "%02d", 1 + i % 28))
            .append(" 10:00:00,c")
            .append(i % 5000)
            .append(",o")
            .append(i / 3)
            .append(",p")
            .append(i % 300)
            .append(",1,")
            .append(1 + i % 50)
            .append(".50\n");
      }
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends numbered events in small batches and remembers what was acknowledged. */
  private static final class Sender {
    private final Product product;
    private final String key;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private long firstUnsure;

    Sender(Product product, String key) {
      this.product = product;
      this.key = key;
    }

    /** Sends from another thread while the caller waits to kill. */
    void sendFor(long millis) {
      AtomicBoolean stop = new AtomicBoolean();
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!stop.get() && batch(next.get())) {
                      next.addAndGet(20);
                    }
                  });
      Product.sleep(millis);
      stop.set(true);
      try {
        thread.join(25_000);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private boolean batch(long from) {
      StringBuilder batch = new StringBuilder("{\"batch\":[");
      for (long i = from; i < from + 20; i++) {
        batch
            .append(i == from ? "" : ",")
            .append("{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"m")
            .append(i)
            .append("\",\"userId\":\"u")
            .append(i % 97)
            .append(
                "\",\"timestamp\":\"2025-03-05T10:00:00Z\",\"properties\":{\"product_id\":\"p\"}}");
      }
      JsonObject answer = product.track(key, batch.append("]}").toString());
      sent.set(Math.max(sent.get(), from + 20));
      if (answer.isEmpty()) {
        return false;
      }
      acknowledged.addAndGet(answer.getInt("accepted") + answer.getInt("duplicates"));
      firstUnsure = from + 20;
      return true;
    }

    /** What nobody answered for may be there or not; sent again it is there once. */
    void sendAgainWhatWasNotAcknowledged() {
      for (long from = Math.max(0, firstUnsure - 2000) / 20 * 20; from < sent.get(); from += 20) {
        if (!batch(from)) {
          throw new IllegalStateException("the portal does not take events");
        }
      }
    }
  }
}
