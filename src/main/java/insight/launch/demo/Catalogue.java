package insight.launch.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The goods: each belongs to a category and a collection and has companions that are often bought
 * with it, most of them from the same collection.
 */
final class Catalogue {
  private static final int COLLECTIONS_PER_NOUN = 3;
  private static final double LATE = 0.1;

  final List<String> categories = new ArrayList<>();
  final int collections;
  private final List<String> keys;
  private final List<Product> products = new ArrayList<>();
  private final List<List<Product>> companions = new ArrayList<>();
  private final List<double[]> demand = new ArrayList<>();
  private final Words words = new Words("catalogue.properties");

  Catalogue(Plan plan) {
    Chance chance = new Chance(Chance.scatter(plan.seed()));
    List<String> names = words.list("collections");
    collections = names.size();
    keys = words.list("categories");
    for (String key : keys) {
      categories.add(words.one(key + ".name"));
      demand.add(words.list(key + ".months").stream().mapToDouble(Double::parseDouble).toArray());
      int turn = 0;
      for (String noun : words.list(key + ".nouns")) {
        for (int i = 0; i < COLLECTIONS_PER_NOUN; i++) {
          int collection = (categories.size() * 5 + turn++) % collections;
          add(noun.split(":"), names.get(collection), collection, plan, chance);
        }
      }
    }
    products.forEach(product -> companions.add(findCompanions(product, chance)));
  }

  private void add(String[] noun, String style, int collection, Plan plan, Chance chance) {
    double low = Double.parseDouble(noun[1]);
    double high = Double.parseDouble(noun[2]);
    long pounds = Math.round(chance.between(low, high));
    boolean late = chance.happens(LATE);
    long launched = late ? chance.time(plan.start(), plan.until()) : Long.MIN_VALUE;
    products.add(
        new Product(
            products.size(),
            "LL-" + (1000 + products.size()),
            style + " " + noun[0],
            categories.size() - 1,
            collection,
            pounds * 100 - (chance.happens(0.6) ? 5 : chance.happens(0.5) ? 50 : 0),
            0.25 + chance.exponential(1),
            Math.clamp(4.15 + 0.5 * chance.bell(), 2.2, 4.9),
            launched));
  }

  private List<Product> findCompanions(Product product, Chance chance) {
    List<String> with = words.list(keys.get(product.category()) + ".with");
    List<Product> found = new ArrayList<>();
    for (String key : with) {
      int category = keys.indexOf(key);
      List<Product> near =
          products.stream()
              .filter(p -> p.category() == category && p.collection() == product.collection())
              .toList();
      found.add(chance.pick(near.isEmpty() ? in(category) : near));
    }
    return List.copyOf(found);
  }

  private List<Product> in(int category) {
    return products.stream().filter(product -> product.category() == category).toList();
  }

  List<Product> products() {
    return products;
  }

  Product product(int index) {
    return products.get(index);
  }

  String category(Product product) {
    return categories.get(product.category());
  }

  /** What people often buy with this. */
  List<Product> companions(Product product) {
    return companions.get(product.index());
  }

  /** Whether it is used up and bought again. */
  boolean consumable(Product product) {
    return words.says(keys.get(product.category()) + ".consumable");
  }

  /** Demand for each category in a month (1 … 12), 1 on average. */
  double demand(Product product, int month) {
    return demand.get(product.category())[month - 1];
  }

  /** What somebody types who looks for such a thing. */
  String search(Product product, String language, Chance chance) {
    return chance.pick(words.list(keys.get(product.category()) + ".search." + language));
  }
}
