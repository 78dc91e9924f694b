package insight.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port at which people and shops reach the portal. */
final class HttpPort {
  private HttpPort() {}

  /** Refuses when something else has the address and port. */
  static void requireFree(Settings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      InetAddress address = InetAddress.getByName(settings.httpAddress());
      socket.bind(new InetSocketAddress(address, settings.httpPort()));
    } catch (IOException e) {
      throw new StartRefused(
          "Port %d on %s cannot be used (%s). Stop what uses it, or set INSIGHT_HTTP_PORT to another port."
              .formatted(settings.httpPort(), settings.httpAddress(), e.getMessage()),
          e);
    }
  }
}
