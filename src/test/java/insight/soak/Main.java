package insight.soak;

import insight.bench.Print;
import insight.it.Kills;
import java.nio.file.Path;
import java.util.Map;

/** {@code ./insight soak kills [n]}: as many kills as wanted, 50 unless said. */
public final class Main {
  private static final int USUAL = 50;

  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0 && !arguments[0].equals("kills")) {
      Print.line("There is no long test " + arguments[0] + ". Known: kills");
      System.exit(2);
    }
    int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL;
    Kills.Outcome outcome =
        new Kills(Path.of("target", "soak", "kills"), kills, System.nanoTime()).run(Map.of());
    Print.line(kills + " kills: " + outcome);
    System.exit(outcome.lost() == 0 && outcome.doubled() == 0 ? 0 : 1);
  }
}
