package insight.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real data sets beside the project; tests that need one say so when they are absent. */
public final class Data {
  private Data() {}

  public static Path file(String name) {
    Path file = Path.of(System.getProperty("insight.data", "../shared/data"), name);
    assumeTrue(Files.exists(file), "needs the data set " + file);
    return file;
  }

  public static Path onlineRetail() {
    return file("online-retail-2011/online_retail_2010-12_2011-12.csv.gz");
  }

  public static Path cdnow() {
    return file("cdnow/CDNOW_master.txt");
  }
}
