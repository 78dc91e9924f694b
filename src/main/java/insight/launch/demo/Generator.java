package insight.launch.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Plays the demo shop from the first day of its plan to the last and writes what happened, in order
 * of time. The same plan gives the same bytes.
 *
 * <p>Every customer draws from chance of their own. When somebody comes next is a Poisson process
 * whose rate follows the person, the time of the year, the weekday and the hour (thinning, Lewis
 * and Shedler 1979).
 */
public final class Generator {
  private static final double MONTH = 30.4 * 86_400_000;
  private static final long PAUSE = 40 * 60_000L;

  /** How many messages of each kind were written, and how many bytes before compression. */
  public record Written(SortedMap<String, Long> counts, long bytes) {
    public Written {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private final Plan plan;

  public Generator(Plan plan) {
    this.plan = plan;
  }

  /** Writes plain JSON lines; leaves {@code out} open. */
  public Written write(OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    Lines lines = new Lines(buffered);
    Shop shop = new Shop(plan, lines);
    People people = new People();
    Chance chance = new Chance(plan.seed());
    for (int number = 1; number <= plan.customers(); number++) {
      Shopper who = new Shopper(number, plan, shop.catalogue, people, chance.split());
      long first = who.newcomer ? shop.up(who.joined) : next(who, who.joined);
      shop.then(first, () -> visit(shop, who, first));
    }
    shop.run();
    buffered.flush();
    return lines.written();
  }

  /** Writes the lines to a file, compressed on the way. */
  public Written writeGzip(Path file) throws IOException {
    try (OutputStream out = new FastGzip(Files.newOutputStream(file))) {
      return write(out);
    }
  }

  private void visit(Shop shop, Shopper who, long at) {
    long end = shop.down(at) ? at : new Visit(shop, who, at).play();
    long again = next(who, end + PAUSE);
    shop.then(again, () -> visit(shop, who, again));
  }

  /** When this one comes next after a time; after the last day means never. */
  private long next(Shopper who, long after) {
    double greatest = Season.MOST * who.archetype.greatestAppetite();
    double at = after;
    do {
      at += who.chance.exponential(MONTH / who.archetype.visits / greatest);
      Season season = Season.at((long) at, who.country);
      double rate = season.rush() * who.archetype.appetite(who, (long) at, season);
      if (who.chance.happens(rate / greatest)) {
        return (long) at;
      }
    } while (at < plan.until());
    return plan.until();
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
