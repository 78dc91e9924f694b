package insight.launch.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts reviews together from pieces, so that the words fit the stars. */
final class Reviews {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "zh");

  private final Map<String, Words> pieces = new HashMap<>();

  Reviews() {
    LANGUAGES.forEach(
        language -> pieces.put(language, new Words("reviews_" + language + ".properties")));
  }

  String text(int rating, String language, Product product, Chance chance) {
    List<String> keys = keys(rating, chance);
    Words words = pieces.getOrDefault(language, new Words("reviews_en.properties"));
    List<String> sentences = new ArrayList<>();
    for (String key : keys) {
      String sentence = chance.pick(words.list(key)).replace("{p}", product.name());
      if (!sentences.contains(sentence)) {
        sentences.add(sentence);
      }
    }
    return String.join("zh".equals(language) ? "" : " ", sentences);
  }

  private static List<String> keys(int rating, Chance chance) {
    String mood = rating > 3 ? "good" : rating == 3 ? "mixed" : "bad";
    List<String> keys = new ArrayList<>(List.of(mood + ".open"));
    keys.add(rating > 2 ? "good.point" : "bad.point");
    switch (rating) {
      case 5 -> {
        some(keys, 0.5, chance, "good.point");
        some(keys, 0.5, chance, "good.close");
      }
      case 4 -> some(keys, 0.3, chance, "but", "bad.point");
      case 3 -> some(keys, 0.8, chance, "but", "bad.point");
      case 2 -> some(keys, 0.4, chance, "yet", "good.point");
      default -> {
        some(keys, 0.5, chance, "bad.point");
        some(keys, 0.7, chance, "bad.close");
      }
    }
    return keys;
  }

  private static void some(List<String> keys, double probability, Chance chance, String... more) {
    if (chance.happens(probability)) {
      keys.addAll(List.of(more));
    }
  }
}
