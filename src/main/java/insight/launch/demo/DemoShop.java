package insight.launch.demo;

import java.net.URI;
import java.nio.file.Path;

/** Fills a portal with a believable, seeded, synthetic shop. */
public final class DemoShop {
  private DemoShop() {}

  /** Sends the shop to the portal; {@code dataDirectory} holds the token it may use. */
  public static void fill(URI portal, Path dataDirectory) {
    throw new UnsupportedOperationException(
        "the demo shop's generator is not built in yet: nothing was sent to "
            + portal
            + " from "
            + dataDirectory);
  }
}
