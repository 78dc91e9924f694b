package insight.learn.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import insight.kernel.Refused;
import insight.learn.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BgNbdTest {
  private static final BgNbd PAPER = new BgNbd(.243, 4.414, .793, 2.426);

  @Test
  void logGammaIsThatOfFactorials() {
    double factorial = 1;
    for (int n = 1; n < 20; n++) {
      assertEquals(Math.log(factorial), Gamma.log(n), 1e-12);
      factorial *= n;
    }
    assertEquals(.5 * Math.log(Math.PI), Gamma.log(.5), 1e-12);
    assertEquals(1.2880225246980774, Gamma.log(.25), 1e-12);
  }

  @Test
  void whoNeverCameBackIsThereAndWhoStoppedLongAgoHasLeft() {
    assertEquals(1, PAPER.alive(new Purchases(0, 0, 38)));
    assertTrue(PAPER.alive(new Purchases(8, 4, 38)) < PAPER.alive(new Purchases(8, 36, 38)));
  }

  @Test
  void moreTimeMakesAPurchaseLikelier() {
    Purchases customer = new Purchases(3, 20, 38);
    double before = 0;
    for (double weeks = 1; weeks < 200; weeks *= 2) {
      double now = PAPER.buysWithin(customer, weeks);
      assertTrue(before < now && now < PAPER.alive(customer));
      before = now;
    }
    assertEquals(0, PAPER.buysWithin(customer, 0));
  }

  @Test
  void theParametersOfAMadeUpShopAreFoundAgain() {
    BgNbd found = BgNbd.fit(shop(PAPER, 20_000), Progress.NONE);
    assertEquals(PAPER.r(), found.r(), .02);
    assertEquals(PAPER.alpha(), found.alpha(), .5);
    assertEquals(PAPER.a() / (PAPER.a() + PAPER.b()), found.a() / (found.a() + found.b()), .03);
  }

  @Test
  void theFoundParametersAreLikelierThanTheirNeighbours() {
    List<Purchases> shop = shop(PAPER, 3_000);
    BgNbd found = BgNbd.fit(shop, Progress.NONE);
    double best = likelihood(found, shop);
    for (double factor : new double[] {.9, 1.1}) {
      for (BgNbd other :
          List.of(
              new BgNbd(found.r() * factor, found.alpha(), found.a(), found.b()),
              new BgNbd(found.r(), found.alpha() * factor, found.a(), found.b()),
              new BgNbd(found.r(), found.alpha(), found.a() * factor, found.b()),
              new BgNbd(found.r(), found.alpha(), found.a(), found.b() * factor))) {
        assertTrue(likelihood(other, shop) < best, other::toString);
      }
    }
  }

  @Test
  void tooFewCustomersOrNoneThatCameBackAreRefused() {
    assertThrows(Refused.class, () -> BgNbd.fit(shop(PAPER, 99), Progress.NONE));
    List<Purchases> once = Collections.nCopies(500, new Purchases(0, 0, 10));
    assertThrows(Refused.class, () -> BgNbd.fit(once, Progress.NONE));
    assertThrows(IllegalArgumentException.class, () -> new Purchases(0, 3, 10));
    assertThrows(IllegalArgumentException.class, () -> new Purchases(2, 11, 10));
  }

  /** The first 39 weeks of all CDNOW customers; the paper fits every tenth and finds PAPER. */
  @Test
  void cdnowIsFittedAsPublished() throws IOException {
    Path file =
        Path.of(System.getProperty("insight.data", "../shared/data"), "cdnow", "CDNOW_master.txt");
    assumeTrue(Files.exists(file), "no " + file);
    List<Purchases> all = cdnow(file, LocalDate.of(1997, 9, 30));
    BgNbd found = BgNbd.fit(all, Progress.NONE);
    assertEquals(23_570, all.size());
    assertEquals(.25, found.r(), .02);
    assertEquals(4.8, found.alpha(), .4);
    assertEquals(.73, found.a(), .1);
    assertEquals(2.2, found.b(), .4);
  }

  private static double likelihood(BgNbd model, List<Purchases> shop) {
    return shop.stream().mapToDouble(model::logLikelihood).sum();
  }

  private static List<Purchases> cdnow(Path file, LocalDate until) throws IOException {
    Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.strip().split("\\s+");
      LocalDate day = LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE);
      if (!day.isAfter(until)) {
        days.computeIfAbsent(fields[0], id -> new TreeSet<>()).add(day);
      }
    }
    return days.values().stream().map(d -> weeks(d, until)).toList();
  }

  private static Purchases weeks(TreeSet<LocalDate> days, LocalDate until) {
    LocalDate first = days.first();
    return new Purchases(
        days.size() - 1,
        ChronoUnit.DAYS.between(first, days.last()) / 7.0,
        ChronoUnit.DAYS.between(first, until) / 7.0);
  }

  /** Customers that behave as the model says, watched for 39 weeks and less. */
  private static List<Purchases> shop(BgNbd model, int customers) {
    SplittableRandom random = new SplittableRandom(7);
    List<Purchases> shop = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double age = 27 + 12 * random.nextDouble();
      double rate = gamma(model.r(), random) / model.alpha();
      double leaving = gamma(model.a(), random);
      leaving = leaving / (leaving + gamma(model.b(), random));
      double now = 0;
      double last = 0;
      int repeats = 0;
      while (true) {
        now -= Math.log(1 - random.nextDouble()) / rate;
        if (now > age) {
          break;
        }
        last = now;
        repeats++;
        if (random.nextDouble() < leaving) {
          break;
        }
      }
      shop.add(new Purchases(repeats, last, age));
    }
    return shop;
  }

  /** Γ(shape, 1) by Marsaglia and Tsang (2000). */
  private static double gamma(double shape, SplittableRandom random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = Math.pow(1 + c * z, 3);
      if (v > 0 && Math.log(random.nextDouble()) < .5 * z * z + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
