package insight.launch.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A customer of the demo shop: where from, what kind, with which taste; and what happened so far.
 */
final class Shopper {
  /** How much more a new customer comes in the first weeks. */
  static final double FRESH = 1.5;

  private static final long DAY = 86_400_000L;
  private static final int MEMORY = 12;

  final String id;
  final int number;
  final Country country;
  final Archetype archetype;
  final People.Person person;
  final Chance chance;

  /** When this one first came, or the start of the plan for those who were customers before. */
  final long joined;

  final boolean newcomer;

  /** Pull of each product on this one. */
  final double[] taste;

  /** From here the ids of this one's messages are counted. */
  final long mark;

  private final long fadesFrom;

  long messages;
  int sessions;
  int orders;
  boolean identified;
  final List<Product> seen = new ArrayList<>();
  final List<Product> usedUp = new ArrayList<>();

  Shopper(int number, Plan plan, Catalogue catalogue, People people, Chance chance) {
    this.number = number;
    this.chance = chance;
    id = "C" + (10_000 + number);
    country = Country.any(chance);
    archetype = Archetype.any(chance);
    person = people.any(country, number, chance);
    newcomer = chance.happens(0.55);
    joined = newcomer ? chance.time(plan.start(), plan.until()) : plan.start();
    fadesFrom = joined + (long) (chance.between(newcomer ? 30 : 0, 260) * DAY);
    mark = mark(plan, number);
    taste = taste(catalogue);
  }

  /** Differs between plans, so that two plans' messages are never taken for each other's. */
  private static long mark(Plan plan, int number) {
    long size = plan.customers() * 1_000L + plan.months();
    long of =
        Chance.scatter(
            Chance.scatter(Chance.scatter(plan.seed()) + size) + plan.end().toEpochDay());
    return Chance.scatter(of + number);
  }

  private double[] taste(Catalogue catalogue) {
    double[] categories = likes(catalogue.categories.size(), 3, 6);
    double[] collections = likes(catalogue.collections, 2, 9);
    double[] pull = new double[catalogue.products().size()];
    for (Product product : catalogue.products()) {
      pull[product.index()] =
          product.popularity()
              * categories[product.category()]
              * collections[product.collection()]
              * StrictMath.pow(product.pence() / 3_000.0, archetype.dear);
    }
    return pull;
  }

  /** 1 for most, {@code strength} for a few favourites. */
  private double[] likes(int size, int favourites, double strength) {
    double[] likes = new double[size];
    Arrays.fill(likes, 1);
    for (int i = 0; i < favourites; i++) {
      likes[chance.below(size)] = strength;
    }
    return likes;
  }

  /** New customers come more often. */
  double freshness(long at) {
    return newcomer && at - joined < 21 * DAY ? FRESH : 1;
  }

  /** 1 as long as all is well, then ever less, 0 in the end: this one was lost. */
  double fading(long at) {
    double days = (at - fadesFrom) / (double) DAY;
    return days < 0 ? 1 : days > 110 ? 0 : StrictMath.exp(-days / 30);
  }

  void sees(Product product) {
    if (seen.size() == MEMORY) {
      seen.removeFirst();
    }
    seen.add(product);
  }

  /** How likely a visit now is meant to buy. */
  double intent(Season season) {
    if (archetype == Archetype.ONE_TIMER && orders > 0) {
      return 0.04;
    }
    return archetype == Archetype.BARGAIN_HUNTER && season.sale()
        ? archetype.buys * 2.2
        : archetype.buys;
  }
}
