package insight.soak;

import insight.bench.Print;
import insight.it.Kills;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code ./insight soak kills [n]}: as many kills as wanted, 50 unless said; {@code fuzz [minutes]}
 * for each target, 10 unless said; {@code load [minutes]}, 10 unless said.
 */
public final class Main {
  private static final int USUAL_KILLS = 50;
  private static final int USUAL_MINUTES = 10;

  private Main() {}

  public static void main(String[] arguments) {
    String what = arguments.length > 0 ? arguments[0] : "kills";
    int given = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    boolean held =
        switch (what) {
          case "kills" -> kills(given > 0 ? given : USUAL_KILLS);
          case "fuzz" -> Fuzzing.run(given > 0 ? given : USUAL_MINUTES);
          case "load" -> Load.run(given > 0 ? given : USUAL_MINUTES);
          default -> {
            Print.line("There is no long test " + what + ". Known: kills, fuzz, load");
            System.exit(2);
            yield false;
          }
        };
    Print.line(what + (held ? " held" : " DID NOT HOLD"));
    System.exit(held ? 0 : 1);
  }

  private static boolean kills(int kills) {
    Kills.Outcome outcome =
        new Kills(Path.of("target", "soak", "kills"), kills, System.nanoTime()).run(Map.of());
    Print.line(kills + " kills: " + outcome);
    return outcome.lost() == 0 && outcome.doubled() == 0 && outcome.importsWhole();
  }
}
