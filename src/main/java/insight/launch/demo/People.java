package insight.launch.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes up people. Addresses lie under domains that are reserved for examples. Telephone numbers
 * come from ranges reserved for fiction (Ofcom, Bundesnetzagentur, Arcep, NANP 555-01xx, ACMA); who
 * lives where no such range exists has none.
 */
final class People {
  /** A made-up person. */
  record Person(String name, String email, Optional<String> phone) {}

  private static final List<String> US_AREAS = List.of("212", "312", "415", "503", "617");
  private static final List<String> DOMAINS = List.of("example.com", "example.test");

  private final Words words = new Words("people.properties");

  Person any(Country country, int number, Chance chance) {
    String language = country.language();
    List<String> firsts = words.list("first." + language);
    List<String> lasts = words.list("last." + language);
    int first = chance.below(firsts.size());
    int last = chance.below(lasts.size());
    boolean chinese = country == Country.CN;
    String name =
        chinese ? lasts.get(last) + firsts.get(first) : firsts.get(first) + " " + lasts.get(last);
    String latin =
        chinese
            ? words.list("latin.first.zh").get(first) + " " + words.list("latin.last.zh").get(last)
            : name;
    String email = address(latin) + number + "@" + chance.pick(DOMAINS);
    return new Person(name, email, phone(country, chance));
  }

  private static String address(String name) {
    return Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replace(' ', '.')
        .replaceAll("[^a-z.]", "");
  }

  private static Optional<String> phone(Country country, Chance chance) {
    return switch (country) {
      case GB -> Optional.of("+447700900" + digits(chance, 3));
      case DE -> Optional.of("+493023125" + digits(chance, 3));
      case FR -> Optional.of("+3319900" + digits(chance, 4));
      case US -> Optional.of("+1" + chance.pick(US_AREAS) + "55501" + digits(chance, 2));
      case AU -> Optional.of("+61491570" + chance.pick(List.of("156", "157", "158", "159", "110")));
      case CN, ES, NL, IE -> Optional.empty();
    };
  }

  private static String digits(Chance chance, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(chance.below(10));
    }
    return digits.toString();
  }
}
