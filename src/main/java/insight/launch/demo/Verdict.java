package insight.launch.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one customer says about the first thing recommended to them. */
record Verdict(String customer, boolean up, String reason, String text) {
  private static final int MANY = 24;

  /** A couple of dozen, spread over all customers; two in three are content. */
  static List<Verdict> of(Plan plan) {
    Words words = new Words("feedback.properties");
    Chance chance = new Chance(Chance.scatter(plan.seed() + 1));
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < Math.min(MANY, plan.customers()); i++) {
      int number = 1 + (int) ((long) i * plan.customers() / MANY % plan.customers());
      String thumb = chance.happens(0.67) ? "up" : "down";
      verdicts.add(
          new Verdict(
              "C" + (10_000 + number),
              "up".equals(thumb),
              chance.pick(words.list(thumb + ".reason")),
              chance.pick(words.list(thumb + ".text"))));
    }
    return verdicts;
  }

  /** Asks for this one's recommendations and judges the first; answers why it could not. */
  Optional<String> give(Portal portal) throws IOException {
    Answer shown = portal.get("/api/v1/recommendations?limit=3&customer=" + customer);
    if (!shown.good()) {
      return Optional.of(shown.reason());
    }
    if (shown.items().isEmpty()) {
      return Optional.empty();
    }
    String product = String.valueOf(shown.items().getFirst().get("product"));
    Answer given = portal.post("/api/v1/feedback", json(product));
    return given.good() ? Optional.empty() : Optional.of(given.reason());
  }

  private Json json(String product) {
    return new Json()
        .object()
        .put("customer", customer)
        .object("about")
        .put("recommendation", product)
        .end()
        .put("verdict", up ? "up" : "down")
        .put("reason", reason)
        .put("text", text);
  }
}
