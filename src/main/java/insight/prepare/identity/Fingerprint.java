package insight.prepare.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One normalised value of a customer before it is hashed.
 *
 * @param kind as in {@code pr_identifier}: a {@link MatchKind}'s word, or {@code block}
 */
record Fingerprint(String kind, String value) {
  private static final int BEGINNING = 3;
  private static final int SKELETON = 8;

  /**
   * All of a profile. Blocks are coarse: profiles alike in name or address have one in common, so
   * only those need to be compared.
   *
   * @param space the id space of the source, where it shares ids with others
   */
  static List<Fingerprint> of(KnownProfile profile, Optional<String> space) {
    List<Fingerprint> all = new ArrayList<>();
    profile.foldedEmail().ifPresent(e -> all.add(of(MatchKind.EMAIL, e)));
    profile.foldedPhone().ifPresent(p -> all.add(of(MatchKind.PHONE, p)));
    space.ifPresent(s -> all.add(of(MatchKind.USER, s + "\u001f" + profile.shopId())));
    profile.foldedName().ifPresent(n -> all.add(of(MatchKind.NAME, n)));
    profile.foldedName().ifPresent(n -> blocks(n, profile.country().orElse("")).forEach(all::add));
    profile.mailbox().ifPresent(m -> all.add(block("m|" + m)));
    profile.address().flatMap(Fingerprint::place).ifPresent(all::add);
    return all;
  }

  private static Fingerprint of(MatchKind kind, String value) {
    return new Fingerprint(kind.word(), value);
  }

  private static Fingerprint block(String value) {
    return new Fingerprint("block", value);
  }

  private static Stream<Fingerprint> blocks(String name, String country) {
    return Folded.isHan(name) ? hanBlocks(name) : latinBlocks(name, country);
  }

  private static Stream<Fingerprint> latinBlocks(String name, String country) {
    List<String> words = List.of(name.split(" "));
    if (words.size() < 2) {
      return Stream.empty();
    }
    String beginnings =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .limit(2)
            .map(w -> w.substring(0, Math.min(BEGINNING, w.length())))
            .sorted()
            .collect(Collectors.joining("|"));
    String sounds = words.stream().map(Fingerprint::sound).sorted().collect(Collectors.joining(""));
    return Stream.of(
        block("b|" + beginnings + "|" + country),
        block("s|" + sounds.substring(0, Math.min(SKELETON, sounds.length())) + "|" + country));
  }

  /** How a word sounds, roughly: letters for the same sound are one, vowels after the first go. */
  private static String sound(String word) {
    return word.replace("ph", "f")
        .replace("th", "t")
        .replace('c', 'k')
        .replace('q', 'k')
        .replace('z', 's')
        .replaceAll("(?<=.)[aeiouyhw]", "")
        .replaceAll("(.)\\1+", "$1");
  }

  /** The family name stands first; of the rest one sign may differ. */
  private static Stream<Fingerprint> hanBlocks(String name) {
    int[] signs = name.codePoints().toArray();
    String sorted =
        name.codePoints().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    if (signs.length < 3) {
      return Stream.of(block("h|" + sorted));
    }
    String family = Character.toString(signs[0]);
    return Stream.of(
        block("h|" + sorted),
        block("h1|" + family + Character.toString(signs[1])),
        block("h2|" + family + Character.toString(signs[signs.length - 1])));
  }

  /** The numbers of an address and the beginning of its longest word. */
  private static Optional<Fingerprint> place(String address) {
    List<String> words = Folded.words(address);
    String numbers =
        words.stream()
            .map(w -> w.replaceAll("\\D", ""))
            .filter(w -> !w.isEmpty())
            .sorted()
            .collect(Collectors.joining("|"));
    return words.stream()
        .max(Comparator.comparingInt(String::length).thenComparing(w -> w))
        .filter(w -> !numbers.isEmpty())
        .map(w -> block("a|" + numbers + "|" + w.substring(0, Math.min(BEGINNING, w.length()))));
  }
}
