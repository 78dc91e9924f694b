package insight.it;

import insight.launch.DirectoryTree;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One running product for all tests that only talk to it; started with the first, fresh. */
public final class SharedProduct {
  private static @Nullable Product product;

  private SharedProduct() {}

  public static synchronized Product get() {
    Product running = product;
    if (running == null) {
      Path data = Path.of(System.getProperty("insight.target", "target"), "product");
      DirectoryTree.delete(data);
      running = Product.start(data, Map.of("INSIGHT_DEMO", "true"));
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop the product"));
      product = running;
    }
    return running;
  }
}
