package insight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * R6: the disk runs full while events arrive and a file is imported. What was acknowledged stays,
 * pages can be read, an alert is raised, and all goes on by itself once there is room. The disk is
 * a small one in memory, mounted for the test.
 */
class FullDiskIT {
  private static final long MEGABYTE = 1L << 20;

  @Test
  void aFullDiskStopsStoringAndNothingElseUntilThereIsRoom() throws Exception {
    Path disk =
        Path.of(System.getProperty("insight.target", "target"), "full-disk").toAbsolutePath();
    Files.createDirectories(disk);
    run("mount", "-t", "tmpfs", "-o", "size=1400m", "tmpfs", disk.toString());
    try (Product product =
        Product.start(disk.resolve("data"), Map.of("INSIGHT_STORAGE_RESERVE_MB", "200"))) {
      fillAndFree(product, disk);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static void fillAndFree(Product product, Path disk) throws IOException {
    JsonObject web =
        product.source(
            "{\"name\":\"web\",\"kind\":\"tracking\",\"timeZone\":\"UTC\",\"currency\":\"GBP\"}");
    String file =
        product
            .source(
                "{\"name\":\"file\",\"kind\":\"csv\",\"timeZone\":\"UTC\",\"currency\":\"GBP\","
                    + Kills.MAPPING
                    + "}")
            .getString("id");
    Path lines = Kills.lines(Files.createTempDirectory("full"));
    String key = web.getString("writeKey");
    int acknowledged = send(product, key, 0);
    assertEquals(100, acknowledged);
    String job = product.upload(file, lines, false);
    Path ballast = disk.resolve("ballast");
    fill(ballast, Files.getFileStore(disk).getUsableSpace() / MEGABYTE - 120);
    int batch = 1;
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    int taken = 100;
    while (taken > 0) {
      taken = send(product, key, batch++);
      acknowledged += taken;
      assertTrue(System.nanoTime() < end, "storing never stopped");
    }
    Product.expect(200, product.get("/api/v1/kpis?from=2025-01-01&to=2025-02-01"));
    Product.expect(503, product.post("/api/v1/sources/" + file + "/imports", "{\"path\":\"x\"}"));
    product.awaitContains("/api/v1/alerts?state=firing", "storage.free.mb", Duration.ofSeconds(60));
    fill(disk.resolve("last"), 1000);
    Product.sleep(8000);
    Files.delete(disk.resolve("last"));
    Files.delete(ballast);
    product.awaitStatus("/health/ready", 200, Duration.ofSeconds(60));
    end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (send(product, key, batch) == 0) {
      assertTrue(System.nanoTime() < end, "storing never went on");
      Product.sleep(500);
    }
    acknowledged += 100;
    JsonObject done = product.awaitThroughOutages(job, Duration.ofMinutes(4));
    assertEquals("succeeded", done.getString("state"), done::toString);
    assertEquals(Kills.LINES, done.getJsonObject("counts").getInt("accepted"), done::toString);
    JsonObject counts =
        product.json("/api/v1/sources/" + web.getString("id")).getJsonObject("counts");
    assertEquals(acknowledged, counts.getInt("accepted"), counts::toString);
  }

  /** Sends a hundred events; how many were acknowledged as new. */
  private static int send(Product product, String key, int batch) {
    StringBuilder events = new StringBuilder("{\"batch\":[");
    for (int i = 0; i < 100; i++) {
      events
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"page\",\"messageId\":\"m")
          .append(batch * 100 + i)
          .append("\",\"userId\":\"u1\",\"name\":\"p\",\"timestamp\":\"2025-03-01T10:00:00Z\"}");
    }
    JsonObject answer = product.track(key, events.append("]}").toString());
    return answer.getInt("accepted", 0) + answer.getInt("duplicates", 0);
  }

  /** Writes so many megabytes, or as many as there is room for. */
  private static void fill(Path file, long megabytes) throws IOException {
    byte[] block = new byte[(int) MEGABYTE];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long i = 0; i < megabytes; i++) {
        out.write(block);
      }
    } catch (IOException full) {
      assertTrue(String.valueOf(full.getMessage()).contains("space"), full::toString);
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "hangs: " + String.join(" ", command));
    assertEquals(0, process.exitValue(), String.join(" ", command));
  }
}
