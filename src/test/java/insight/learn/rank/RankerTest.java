package insight.learn.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import insight.learn.Progress;
import insight.learn.Stopped;
import insight.learn.UnreadableModel;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankerTest {
  /** Tea and cup go together (3 of 3 and 4), salt goes with nothing, soap is bought by most. */
  static Interactions shop() {
    Interactions.Builder shop = new Interactions.Builder();
    List<List<String>> baskets =
        List.of(
            List.of("tea", "cup"),
            List.of("tea", "cup", "soap"),
            List.of("tea", "cup"),
            List.of("cup", "soap"),
            List.of("soap"),
            List.of("soap"),
            List.of("soap"),
            List.of("salt"));
    for (int user = 0; user < baskets.size(); user++) {
      for (String item : baskets.get(user)) {
        shop.add(user, item, Instant.EPOCH, 1);
      }
    }
    return shop.build();
  }

  private final Popularity popularity = Popularity.train(shop()).model();
  private final ItemKnn neighbours =
      ItemKnn.train(shop(), ItemKnn.Settings.USUAL, Progress.NONE).model();

  private static List<String> codes(Ranker ranker, List<Scored> list) {
    return list.stream().map(s -> ranker.items().get(s.item())).toList();
  }

  @Test
  void popularityCountsBuyersAndBreaksTiesByCode() {
    List<Scored> top = popularity.top(new int[0], 10, true);
    assertEquals(List.of("soap", "cup", "tea", "salt"), codes(popularity, top));
    assertEquals(5, top.getFirst().score());
    assertTrue(top.getFirst().reasons().isEmpty());
  }

  @Test
  void whatTheCustomerHasIsLeftOutOnRequest() {
    int[] soap = popularity.profile(List.of("soap", "never seen"));
    assertEquals(1, soap.length);
    assertEquals("cup", codes(popularity, popularity.top(soap, 1, true)).getFirst());
    assertEquals("soap", codes(popularity, popularity.top(soap, 1, false)).getFirst());
  }

  @Test
  void neighboursSayHowManyBuyersOfOneBoughtTheOther() {
    int[] tea = neighbours.profile(List.of("tea"));
    Scored first = neighbours.top(tea, 10, true).getFirst();
    assertEquals("cup", neighbours.items().get(first.item()));
    assertEquals(3 / (Math.sqrt(12) + 10), first.score(), 1e-12);
    assertEquals(List.of(new Scored.Reason(tea[0], 3, 3, 1)), first.reasons());
  }

  @Test
  void theReasonsOfALongProfileAreTheStrongestThree() {
    Interactions.Builder builder = new Interactions.Builder();
    for (int user = 0; user < 9; user++) {
      builder.add(user, "wanted", Instant.EPOCH, 1);
      for (int own = 0; own <= user % 5; own++) {
        builder.add(user, "own" + own, Instant.EPOCH, 1);
      }
    }
    ItemKnn model = ItemKnn.train(builder.build(), ItemKnn.Settings.USUAL, Progress.NONE).model();
    int[] profile = model.profile(List.of("own4", "own3", "own2", "own1", "own0"));
    Scored wanted = model.top(profile, 1, true).getFirst();
    assertEquals(
        List.of("own0", "own1", "own2"),
        wanted.reasons().stream().map(r -> model.items().get(r.item())).toList());
    assertTrue(wanted.reasons().stream().mapToDouble(Scored.Reason::share).sum() < 1);
  }

  @Test
  void anEmptyProfileAndALonelyProductGiveNothingPersonal() {
    assertTrue(neighbours.top(new int[0], 5, true).isEmpty());
    assertTrue(neighbours.top(neighbours.profile(List.of("salt")), 5, true).isEmpty());
  }

  @Test
  void aProductKeepsOnlySoManyNeighbours() {
    ItemKnn narrow = ItemKnn.train(shop(), new ItemKnn.Settings(1, 0), Progress.NONE).model();
    int[] soap = narrow.profile(List.of("soap"));
    assertTrue(narrow.top(soap, 5, true).isEmpty(), "soap is nobody's nearest");
  }

  @Property(tries = 50)
  void listsAreShortSortedAndWithoutWhatIsKnown(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
    Interactions shop = random(seed);
    ItemKnn model = ItemKnn.train(shop, ItemKnn.Settings.USUAL, Progress.NONE).model();
    for (int user = 0; user < shop.users(); user++) {
      int[] profile = shop.itemsOf(user);
      List<Scored> top = model.top(profile, n, true);
      assertTrue(top.size() <= n);
      Set<Integer> seen = new HashSet<>();
      double last = Double.POSITIVE_INFINITY;
      for (Scored scored : top) {
        assertTrue(scored.score() > 0 && scored.score() <= last);
        assertTrue(seen.add(scored.item()));
        assertFalse(Arrays.stream(profile).anyMatch(own -> own == scored.item()));
        assertFalse(scored.reasons().isEmpty());
        last = scored.score();
      }
    }
  }

  @Property(tries = 30)
  void whatIsStoredComesBack(@ForAll long seed) {
    Interactions shop = random(seed);
    List<Ranker> rankers =
        List.of(
            Popularity.train(shop).model(),
            ItemKnn.train(shop, new ItemKnn.Settings(5, 2), Progress.NONE).model());
    for (Ranker ranker : rankers) {
      Ranker again = Ranker.read(ranker.format(), ranker.toBytes());
      assertArrayEquals(ranker.toBytes(), again.toBytes());
      assertEquals(ranker.top(shop.itemsOf(0), 9, true), again.top(shop.itemsOf(0), 9, true));
      assertEquals(ranker.buyers(0), again.buyers(0));
    }
  }

  @Test
  void theSameDataGiveTheSameBytes() {
    assertArrayEquals(
        neighbours.toBytes(),
        ItemKnn.train(shop(), ItemKnn.Settings.USUAL, Progress.NONE).model().toBytes());
  }

  @Test
  void damagedBytesAndUnknownFormatsAreRefused() {
    byte[] bytes = neighbours.toBytes();
    bytes[bytes.length / 2] ^= 1;
    assertThrows(UnreadableModel.class, () -> Ranker.read(ItemKnn.FORMAT, bytes));
    assertThrows(UnreadableModel.class, () -> Ranker.read(Popularity.FORMAT, neighbours.toBytes()));
    assertThrows(UnreadableModel.class, () -> Ranker.read("insight-oracle/1", bytes));
  }

  @Test
  void rankersStoredByVersion1StillLoad() throws IOException {
    assertArrayEquals(neighbours.toBytes(), stored("item-knn-1.bin"));
    assertArrayEquals(popularity.toBytes(), stored("popularity-1.bin"));
    Ranker old = Ranker.read(ItemKnn.FORMAT, stored("item-knn-1.bin"));
    assertEquals(neighbours.top(new int[] {0}, 5, true), old.top(new int[] {0}, 5, true));
  }

  private static byte[] stored(String name) throws IOException {
    try (var in = RankerTest.class.getResourceAsStream("/insight/learn/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  @Test
  void trainingStopsWhenTold() {
    Progress stop =
        share -> {
          throw new Stopped();
        };
    assertThrows(Stopped.class, () -> ItemKnn.train(shop(), ItemKnn.Settings.USUAL, stop));
  }

  private static Interactions random(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Interactions.Builder builder = new Interactions.Builder();
    for (int i = 0; i < 80; i++) {
      builder.add(chance.nextInt(10), "i" + chance.nextInt(15), Instant.EPOCH, 1);
    }
    return builder.build();
  }
}
