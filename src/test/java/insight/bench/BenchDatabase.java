package insight.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import insight.it.Product;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reaches into a running product: its database, its portal's heap. */
final class BenchDatabase {
  private BenchDatabase() {}

  static Connection connect(Path data) throws SQLException, IOException {
    List<String> postmaster = Files.readAllLines(data.resolve("db").resolve("postmaster.pid"));
    String password = Files.readString(data.resolve("secrets").resolve("db-password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/insight",
        "insight",
        password);
  }

  /**
   * The most that each pool of the portal's heap ever held, together: no less than the peak. The
   * address is that of a process of our own, found by its number, so nobody else can give it.
   */
  @SuppressWarnings("BanJNDI")
  static long heapPeak(Product product) throws IOException {
    ProcessHandle portal =
        product
            .launcher()
            .descendants()
            .filter(p -> p.info().command().map(c -> c.endsWith("java")).orElse(false))
            .findFirst()
            .orElseThrow();
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(portal.pid()));
      String address = machine.startLocalManagementAgent();
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        return ManagementFactory.getPlatformMXBeans(
                connector.getMBeanServerConnection(), MemoryPoolMXBean.class)
            .stream()
            .filter(p -> p.getType() == MemoryType.HEAP)
            .mapToLong(p -> p.getPeakUsage().getUsed())
            .sum();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }
}
