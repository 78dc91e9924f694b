package insight.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.rank.Interactions;
import insight.learn.rank.ItemKnn;
import insight.learn.rank.Popularity;
import insight.learn.rank.Ranker;
import insight.recommend.Choice.Pick;
import insight.recommend.Choice.Seller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  static final List<Seller> SELLERS =
      List.of(
          new Seller("POSTER", 90),
          new Seller("MUG", 80),
          new Seller("TEA", 70),
          new Seller("LAMP", 60));
  static final Optional<Ranker> NEIGHBOURS =
      Optional.of(
          ItemKnn.train(interactions(), new ItemKnn.Settings(10, 0), Progress.NONE).model());

  /** Tea and pot are bought together by all, mug by some of them. */
  private static Interactions interactions() {
    Interactions.Builder builder = new Interactions.Builder();
    for (int customer = 0; customer < 20; customer++) {
      builder.add(customer, "TEA", Instant.EPOCH, 1);
      builder.add(customer, "POT", Instant.EPOCH, 1);
      if (customer < 8) {
        builder.add(customer, "MUG", Instant.EPOCH, 1);
      }
    }
    return builder.build();
  }

  private static Profile bought(String... products) {
    return new Profile(List.of(products), Set.of(), true);
  }

  private static List<String> codes(Choice choice) {
    return choice.picks().stream().map(Pick::product).toList();
  }

  @Test
  void aPersonalListSaysWhichOwnProductLedToEachPlace() {
    Choice choice = Choice.of(NEIGHBOURS, bought("TEA"), Wish.of(2), true, SELLERS);
    assertEquals(Fallback.NONE, choice.fallback());
    assertEquals(List.of("POT", "MUG"), codes(choice));
    assertEquals(new Choice.Why("TEA", 20, 20, true), choice.picks().getFirst().why().getFirst());
    assertEquals(new Choice.Why("TEA", 8, 20, true), choice.picks().get(1).why().getFirst());
  }

  @Test
  void theListIsFilledUpWithWhatSellsBest() {
    Choice choice = Choice.of(NEIGHBOURS, bought("TEA"), Wish.of(4), true, SELLERS);
    assertEquals(List.of("POT", "MUG", "POSTER", "LAMP"), codes(choice));
    assertEquals(0, choice.picks().get(2).score());
    assertTrue(choice.picks().get(2).why().isEmpty());
  }

  @Test
  void whoIsUnknownGetsWhatSellsBestInItsOrder() {
    Choice choice = Choice.of(NEIGHBOURS, Profile.UNKNOWN, Wish.of(3), true, SELLERS);
    assertEquals(Fallback.POPULARITY, choice.fallback());
    assertEquals(List.of("POSTER", "MUG", "TEA"), codes(choice));
    assertEquals(90, choice.picks().getFirst().score());
  }

  @Test
  void whoRefusedGetsTheSameAsEverybodyEvenWithProductsAtHand() {
    Wish wish = new Wish(3, Optional.empty(), List.of("TEA"));
    Choice choice = Choice.of(NEIGHBOURS, Profile.REFUSED, wish, true, SELLERS);
    assertEquals(Fallback.POPULARITY, choice.fallback());
    assertEquals(List.of("POSTER", "MUG", "LAMP"), codes(choice));
  }

  @Test
  void withoutALiveModelOrWithPopularityItselfTheListIsNotPersonal() {
    Optional<Ranker> popularity = Optional.of(Popularity.train(interactions()).model());
    for (Optional<Ranker> ranker : List.of(Optional.<Ranker>empty(), popularity)) {
      Choice choice = Choice.of(ranker, bought("TEA"), Wish.of(3), true, SELLERS);
      assertEquals(Fallback.POPULARITY, choice.fallback());
      assertEquals(List.of("POSTER", "MUG", "LAMP"), codes(choice));
    }
  }

  @Test
  void aProfileTheModelNeverSawFallsBack() {
    Choice choice = Choice.of(NEIGHBOURS, bought("NEW-THING"), Wish.of(1), true, SELLERS);
    assertEquals(Fallback.POPULARITY, choice.fallback());
  }

  @Test
  void whatWasDeclinedStaysOut() {
    Profile declined = new Profile(List.of("TEA"), Set.of("POT", "POSTER"), true);
    assertEquals(
        List.of("MUG", "LAMP"), codes(Choice.of(NEIGHBOURS, declined, Wish.of(10), true, SELLERS)));
  }

  @Test
  void boughtProductsComeBackWhenTheShopWantsThem() {
    Choice choice = Choice.of(NEIGHBOURS, bought("TEA", "POT"), Wish.of(3), false, SELLERS);
    assertEquals(Set.of("MUG", "TEA", "POT"), Set.copyOf(codes(choice)));
  }

  @Test
  void productsAtHandSpeakForOthersAndAreNotShownAgain() {
    Wish wish = new Wish(2, Optional.of(false), List.of("TEA", "home-page"));
    Choice choice = Choice.of(NEIGHBOURS, Profile.UNKNOWN, wish, false, SELLERS);
    assertEquals(Fallback.NONE, choice.fallback());
    assertEquals(List.of("POT", "MUG"), codes(choice));
    assertFalse(choice.picks().getFirst().why().getFirst().bought());
  }
}
