package insight.launch;

import insight.launch.demo.DemoShop;
import insight.launch.demo.FillStopped;
import java.io.IOException;
import java.nio.file.Path;

/** Starts Insight and stays until it is told to stop. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /** {@code run} or {@code demo}; {@code insight.target} names the folder of the built parts. */
  public static void main(String[] arguments) {
    Console console = Console.terminal();
    String command = arguments.length == 1 ? arguments[0] : "";
    switch (command) {
      case "run" -> System.exit(run(console, Path.of("var"), false));
      case "demo" -> System.exit(run(console, Path.of("var-demo"), true));
      default -> {
        console.warn("Use ./insight run or ./insight demo; ./insight help lists all commands.");
        System.exit(WRONG_USE);
      }
    }
  }

  private static int run(Console console, Path usualData, boolean demo) {
    try {
      Settings settings = Settings.of(System.getenv(), usualData);
      Path target = Path.of(System.getProperty("insight.target", "target"));
      Operation operation = new Operation(settings, Installation.in(target), console, demo);
      Runtime.getRuntime().addShutdownHook(new Thread(operation::stop, "stop"));
      return watch(operation, settings, console, demo);
    } catch (StartRefused | FillStopped oneLine) {
      console.warn(String.valueOf(oneLine.getMessage()));
    } catch (IOException | RuntimeException e) {
      console.warn("Insight cannot go on: " + e);
    }
    return FAILED;
  }

  private static int watch(Operation operation, Settings settings, Console console, boolean demo)
      throws IOException {
    try {
      operation.start();
      if (demo) {
        DemoShop.fill(settings.portal(), settings.dataDirectory());
      }
      String lost = operation.untilLost();
      if (!operation.isStopping()) {
        console.warn(lost);
      }
    } catch (StartRefused | FillStopped oneLine) {
      if (!operation.isStopping()) {
        throw oneLine;
      }
    }
    return FAILED;
  }
}
