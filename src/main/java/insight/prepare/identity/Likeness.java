package insight.prepare.identity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How alike two profiles are, 0 to 1: a weighted mean over the fields that both have. A name alone
 * says little, so without an address, mailbox or phone that fits too, only the very same name
 * counts, and only where hardly anybody else has it.
 *
 * @param score 0 to 1
 * @param fields the fields both have, each 0 to 1
 */
record Likeness(double score, Map<PersonField, Double> fields) {
  /** From here on a pair is proposed. */
  static final double PROPOSED = 0.85;

  private static final double NAME_ALONE = 0.9;
  private static final double NOT_ENOUGH = 0.84;
  private static final int RARE = 2;
  private static final double SUPPORTS = 0.8;
  private static final double SUPPORTS_MAILBOX = 0.93;
  private static final double OTHER_COUNTRY = 0.9;
  private static final double INITIAL = 0.85;
  private static final double MISSING_WORD = 0.08;
  private static final double WORST_WORD = 0.5;

  private static final Map<PersonField, Double> WEIGHTS =
      Map.of(
          PersonField.NAME, 0.5,
          PersonField.ADDRESS, 0.3,
          PersonField.EMAIL, 0.15,
          PersonField.PHONE, 0.15,
          PersonField.COUNTRY, 0.1);

  Likeness {
    fields = Map.copyOf(fields);
  }

  /**
   * @param holders how many customers have this very name, when both have the same
   */
  static Likeness of(KnownProfile a, KnownProfile b, long holders) {
    Map<PersonField, Double> fields = fields(a, b);
    double sum = 0;
    double weights = 0;
    for (Map.Entry<PersonField, Double> field : fields.entrySet()) {
      double weight = WEIGHTS.getOrDefault(field.getKey(), 0.0);
      sum += weight * field.getValue();
      weights += weight;
    }
    if (!fields.containsKey(PersonField.NAME) || weights == 0) {
      return new Likeness(0, fields);
    }
    double score = sum / weights;
    if (fields.getOrDefault(PersonField.COUNTRY, 1.0) < 1) {
      score *= OTHER_COUNTRY;
    }
    if (!supported(fields)) {
      boolean rare = fields.getOrDefault(PersonField.NAME, 0.0) == 1 && holders <= RARE;
      score = Math.min(score, rare ? NAME_ALONE : NOT_ENOUGH);
    }
    return new Likeness(score, fields);
  }

  private static boolean supported(Map<PersonField, Double> fields) {
    return fields.getOrDefault(PersonField.ADDRESS, 0.0) >= SUPPORTS
        || fields.getOrDefault(PersonField.EMAIL, 0.0) >= SUPPORTS
        || fields.getOrDefault(PersonField.PHONE, 0.0) >= SUPPORTS;
  }

  /** The fields that both have, each with its likeness. */
  static Map<PersonField, Double> fields(KnownProfile a, KnownProfile b) {
    Map<PersonField, Double> fields = new EnumMap<>(PersonField.class);
    both(a.foldedName(), b.foldedName(), Likeness::names, PersonField.NAME, fields);
    both(a.mailbox(), b.mailbox(), Likeness::mailboxes, PersonField.EMAIL, fields);
    both(phone(a), phone(b), (x, y) -> x.equals(y) ? 1.0 : 0.0, PersonField.PHONE, fields);
    both(a.address(), b.address(), Likeness::addresses, PersonField.ADDRESS, fields);
    both(a.country(), b.country(), (x, y) -> x.equals(y) ? 1.0 : 0.0, PersonField.COUNTRY, fields);
    return fields;
  }

  /** The last digits: what is left when country and trunk prefixes are written differently. */
  private static Optional<String> phone(KnownProfile profile) {
    return profile
        .phone()
        .map(p -> Folded.plain(p).replaceAll("\\D", ""))
        .filter(p -> p.length() >= 7)
        .map(p -> p.substring(p.length() - 7));
  }

  private interface Measure {
    double of(String a, String b);
  }

  private static void both(
      Optional<String> a,
      Optional<String> b,
      Measure measure,
      PersonField field,
      Map<PersonField, Double> into) {
    if (a.isPresent() && b.isPresent()) {
      into.put(field, measure.of(a.get(), b.get()));
    }
  }

  /** People number mailboxes to tell them apart, so other numbers are other people. */
  private static double mailboxes(String a, String b) {
    String first = a.replaceAll("\\D", "");
    String second = b.replaceAll("\\D", "");
    boolean others = !first.equals(second) && !first.isEmpty() && !second.isEmpty();
    double alike = Similarity.jaroWinkler(a, b);
    return others || alike < SUPPORTS_MAILBOX ? 0 : alike;
  }

  static double names(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    return Folded.isHan(a) || Folded.isHan(b)
        ? Similarity.jaroWinkler(a, b)
        : words(List.of(a.split(" ")), List.of(b.split(" ")));
  }

  private static double addresses(String a, String b) {
    String first = String.join("", Folded.words(a));
    String second = String.join("", Folded.words(b));
    return Folded.isHan(first) || Folded.isHan(second)
        ? Similarity.jaroWinkler(first, second)
        : words(Folded.words(a), Folded.words(b));
  }

  /** Words of one matched with words of the other; the same from either side. */
  private static double words(List<String> a, List<String> b) {
    if (a.size() == b.size()) {
      return Math.max(matched(a, b), matched(b, a));
    }
    return a.size() < b.size() ? matched(a, b) : matched(b, a);
  }

  /**
   * Each word finds its best partner; the worst pair counts as much as all, missing words a bit.
   */
  private static double matched(List<String> fewer, List<String> more) {
    if (fewer.isEmpty()) {
      return 0;
    }
    List<String> rest = new ArrayList<>(more);
    double sum = 0;
    double worst = 1;
    for (String word : fewer) {
      double alike = alike(word, rest.remove(best(word, rest)));
      sum += alike;
      worst = Math.min(worst, alike);
    }
    double all = WORST_WORD * worst + (1 - WORST_WORD) * sum / fewer.size();
    return Math.max(0, all * (1 - MISSING_WORD * rest.size()));
  }

  private static int best(String word, List<String> among) {
    int best = 0;
    for (int i = 1; i < among.size(); i++) {
      if (alike(word, among.get(i)) > alike(word, among.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static double alike(String a, String b) {
    boolean initial = (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
    if (initial && a.length() != b.length()) {
      return INITIAL;
    }
    boolean numbers = Character.isDigit(a.charAt(0)) || Character.isDigit(b.charAt(0));
    return numbers ? (a.equals(b) ? 1 : 0) : Similarity.jaroWinkler(a, b);
  }
}
