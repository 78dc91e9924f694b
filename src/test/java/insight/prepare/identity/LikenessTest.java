package insight.prepare.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static double score(KnownProfile a, KnownProfile b, long holders) {
    double score = Likeness.of(a, b, holders).score();
    assertEquals(score, Likeness.of(b, a, holders).score(), 1e-12, "it has no direction");
    return score;
  }

  private static void proposed(boolean expected, double score) {
    assertEquals(expected, score >= Likeness.PROPOSED, String.valueOf(score));
  }

  /** The figures of Winkler (1990) as they are given everywhere. */
  @Test
  void jaroWinklerGivesThePublishedFigures() {
    assertEquals(0.961, Similarity.jaroWinkler("martha", "marhta"), 0.001);
    assertEquals(0.840, Similarity.jaroWinkler("dwayne", "duane"), 0.001);
    assertEquals(0.813, Similarity.jaroWinkler("dixon", "dicksonx"), 0.001);
    assertEquals(0, Similarity.jaroWinkler("abc", "xyz"));
    assertEquals(0, Similarity.jaroWinkler("", "xyz"));
  }

  @Property(tries = 300)
  void likenessIsBetweenNoughtAndOneAndHasNoDirection(
      @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
    double alike = Similarity.jaroWinkler(a, b);
    assertTrue(alike >= 0 && alike <= 1 + 1e-9, a + " " + b + " " + alike);
    assertEquals(alike, Similarity.jaroWinkler(b, a));
    KnownProfile first = People.of(1, a, "", "", b, "GB");
    KnownProfile second = People.of(2, b, "", "", a, "GB");
    double score = score(first, second, 1);
    assertTrue(score >= 0 && score <= 1, String.valueOf(score));
  }

  @Test
  void nameAndAddressWithASlipAreProposed() {
    KnownProfile a = People.of(1, "Anna Müller", "", "", "12 Harbour Street, Leeds LS1 4AB", "GB");
    KnownProfile b = People.of(2, "Muller, Ana", "", "", "12 Harbor Street Leeds LS1 4AB", "GB");
    proposed(true, score(a, b, Long.MAX_VALUE));
  }

  @Test
  void theSameNameAtAnotherAddressIsNotProposed() {
    KnownProfile a = People.of(1, "Anna Müller", "", "", "12 Harbour Street, Leeds", "GB");
    KnownProfile b = People.of(2, "Anna Müller", "", "", "7 Mill Lane, Bath", "GB");
    proposed(false, score(a, b, 2));
  }

  @Test
  void aRareNameAloneIsProposedACommonOneIsNot() {
    KnownProfile a = People.named(1, "Quentin Abernathy");
    KnownProfile b = People.named(2, "Abernathy, Quentin");
    proposed(true, score(a, b, 2));
    proposed(false, score(a, b, 3));
  }

  @Test
  void anAlmostEqualNameAloneIsNotProposed() {
    proposed(
        false, score(People.named(1, "John Smith"), People.named(2, "Jane Smith"), Long.MAX_VALUE));
    proposed(
        false, score(People.named(1, "Anna Smith"), People.named(2, "Anne Smith"), Long.MAX_VALUE));
  }

  @Test
  void theSameMailboxElsewhereSupportsAName() {
    KnownProfile a = People.of(1, "Anna Smith", "anna.smith@mail.example", "", "", "GB");
    KnownProfile b = People.of(2, "Ann Smith", "annasmith@post.example", "", "", "GB");
    proposed(true, score(a, b, Long.MAX_VALUE));
  }

  @Test
  void anotherMailboxSpeaksAgainst() {
    KnownProfile a = People.of(1, "Anna Smith", "anna.smith@mail.example", "", "", "GB");
    KnownProfile b = People.of(2, "Anna Smith", "bookworm@post.example", "", "", "GB");
    proposed(false, score(a, b, 2));
  }

  @Test
  void mailboxesWithOtherNumbersAreOtherPeople() {
    KnownProfile a = People.of(1, "Anna Smith", "a.smith17@mail.example", "", "", "GB");
    KnownProfile b = People.of(2, "Anne Smith", "a.smith71@mail.example", "", "", "GB");
    proposed(false, score(a, b, Long.MAX_VALUE));
  }

  @Test
  void anInitialFitsANameAtTheSameAddress() {
    KnownProfile a = People.of(1, "A. Smith", "", "", "12 Harbour Street, Leeds", "GB");
    KnownProfile b = People.of(2, "Anna Smith", "", "", "12 Harbour Street, Leeds", "GB");
    proposed(true, score(a, b, Long.MAX_VALUE));
  }

  @Test
  void anotherHouseNumberIsAnotherHouse() {
    KnownProfile a = People.of(1, "Anna Smith", "", "", "12 Harbour Street, Leeds", "GB");
    KnownProfile b = People.of(2, "Anne Smith", "", "", "14 Harbour Street, Leeds", "GB");
    proposed(false, score(a, b, Long.MAX_VALUE));
  }

  @Test
  void chineseNamesAreComparedSignBySign() {
    proposed(true, score(People.named(1, "欧阳 修文"), People.named(2, "欧阳修文 先生"), 2));
    proposed(false, score(People.named(1, "张伟"), People.named(2, "张敏"), Long.MAX_VALUE));
  }

  @Test
  void likeProfilesHaveABlockInCommon() {
    for (List<KnownProfile> pair :
        List.of(
            List.of(People.named(1, "Anna Müller"), People.named(2, "Mueller Anna")),
            List.of(People.named(1, "Katherine Johnson"), People.named(2, "Catherine Johnson")),
            List.of(People.named(1, "Katherine Johnson"), People.named(2, "Katherina Jonson")),
            List.of(People.named(1, "王小明"), People.named(2, "王晓明")),
            List.of(
                People.of(1, "A. Smith", "", "", "12 Harbour Street, Leeds", "GB"),
                People.of(2, "Anna Smith", "", "", "12 harbour street Leeds", "GB")))) {
      Set<Fingerprint> shared = blocks(pair.getFirst());
      shared.retainAll(blocks(pair.getLast()));
      assertTrue(!shared.isEmpty(), pair.toString());
    }
  }

  private static Set<Fingerprint> blocks(KnownProfile profile) {
    return Fingerprint.of(profile, Optional.empty()).stream()
        .filter(f -> f.kind().equals("block"))
        .collect(Collectors.toSet());
  }

  @Test
  void aCommonPhoneUnderOtherNamesIsNotSureEnoughForARule() {
    Candidate pair = new Candidate(1, 2, List.of("phone"), null);
    KnownProfile a = People.of(1, "Anna Smith", "", "01632 960417", "", "GB");
    KnownProfile b = People.of(2, "Robert Brown", "", "01632 960417", "", "GB");
    KnownProfile c = People.of(3, "Smith, Anna", "", "+44 1632 960417", "", "GB");
    assertTrue(pair.score(Likeness.of(a, b, 99)) < Likeness.PROPOSED);
    assertTrue(pair.score(Likeness.of(a, c, 99)) > MatchKind.PHONE.weight());
    Candidate renamed = new Candidate(1, 2, List.of("alias"), null);
    assertEquals(1, renamed.score(Likeness.of(a, b, 99)), 1e-9);
  }
}
