package insight.launch.demo;

import insight.kernel.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Fills a started portal with the demo shop. What is done already is not done again. */
public final class DemoShop {
  private static final int TOKEN_BYTES = 24;

  private DemoShop() {}

  /**
   * Sends the shop to the portal and has everything trained; returns when all is done.
   *
   * @throws FillStopped with one line that says what failed and how to go on
   */
  public static void fill(URI portal, Path dataDirectory) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    fill(portal, dataDirectory, System.getenv(), Clock.systemUTC(), out);
  }

  /**
   * The same with INSIGHT_DEMO_CUSTOMERS, INSIGHT_DEMO_MONTHS, INSIGHT_DEMO_SEED and
   * INSIGHT_API_TOKEN from this environment.
   */
  public static void fill(
      URI portal,
      Path dataDirectory,
      Map<String, String> environment,
      Clock clock,
      PrintStream out) {
    fill(portal, dataDirectory, environment, clock, out, Thread::sleep);
  }

  static void fill(
      URI portal,
      Path dataDirectory,
      Map<String, String> environment,
      Clock clock,
      PrintStream out,
      Portal.Pace pace) {
    Locale locale = Texts.nearest(Locale.getDefault());
    try {
      Plan wanted = Plan.of(environment, clock);
      Portal api = new Portal(portal, token(dataDirectory, environment), pace);
      new Fill(api, dataDirectory, new Progress(out, locale)).run(wanted);
    } catch (IOException failed) {
      throw new FillStopped(
          Texts.of(locale, "demo.stopped.portal", portal, String.valueOf(failed.getMessage())),
          failed);
    }
  }

  /**
   * The token for automation: INSIGHT_API_TOKEN if set, else one made at its first use and kept,
   * for its owner only, in the data directory. The portal must have it at its first start.
   */
  public static String token(Path dataDirectory) throws IOException {
    return token(dataDirectory, System.getenv());
  }

  static String token(Path dataDirectory, Map<String, String> environment) throws IOException {
    String given = environment.getOrDefault("INSIGHT_API_TOKEN", "").strip();
    if (!given.isEmpty()) {
      return given;
    }
    Path secrets = dataDirectory.resolve("secrets");
    Path file = secrets.resolve("demo-token");
    if (!Files.exists(file)) {
      Files.createDirectories(
          secrets,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path fresh = secrets.resolve("demo-token.new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, random());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private static String random() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
