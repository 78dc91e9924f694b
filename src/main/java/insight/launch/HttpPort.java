package insight.launch;

import java.io.IOException;
import java.net.BindException;
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
      throw refused(settings, e);
    }
  }

  private static StartRefused refused(Settings settings, IOException e) {
    String mend =
        e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")
            ? "Stop what uses it, or set INSIGHT_HTTP_PORT to another port."
            : "Set INSIGHT_HTTP_ADDRESS to an address of this machine and INSIGHT_HTTP_PORT to a port"
                + " that this user may open (1024 or above).";
    return new StartRefused(
        "Port %d on %s cannot be used (%s). %s"
            .formatted(settings.httpPort(), settings.httpAddress(), e.getMessage(), mend),
        e);
  }
}
