package insight.recommend;

import insight.learn.rank.ItemKnn;
import insight.learn.rank.Popularity;
import insight.learn.rank.Ranker;
import insight.learn.rank.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The choice of products for one list: the ranker's first, then what sells best until the list is
 * full. Pure: everything it depends on is given.
 */
record Choice(List<Pick> picks, Fallback fallback) {

  /** A product by its code, with codes as reasons. */
  record Pick(String product, double score, List<Why> why) {}

  /** A reason in codes. */
  record Why(String product, int both, int buyers, boolean bought) {}

  /** A product and how many orders it was in lately. */
  record Seller(String product, long orders) {}

  /**
   * Chooses.
   *
   * @param ranker the live model, if there is one
   * @param sellers what sells best, falling
   */
  static Choice of(
      Optional<Ranker> ranker, Profile profile, Wish wish, boolean newOnly, List<Seller> sellers) {
    Set<String> leftOut = new HashSet<>(profile.declined());
    leftOut.addAll(wish.atHand());
    if (newOnly) {
      leftOut.addAll(profile.bought());
    }
    List<Pick> personal =
        profile.personal()
            ? ranker.map(r -> personal(r, profile, wish, newOnly, leftOut)).orElse(List.of())
            : List.of();
    Fallback fallback = personal.isEmpty() ? Fallback.POPULARITY : Fallback.NONE;
    return new Choice(filledUp(personal, wish.limit(), leftOut, sellers), fallback);
  }

  private static List<Pick> personal(
      Ranker ranker, Profile profile, Wish wish, boolean newOnly, Set<String> leftOut) {
    return switch (ranker) {
      case Popularity p -> List.of();
      case ItemKnn neighbours -> {
        Set<String> own = new LinkedHashSet<>(profile.bought());
        own.addAll(wish.atHand());
        int spare = profile.declined().size() + wish.atHand().size();
        int[] known = neighbours.profile(List.copyOf(own));
        yield neighbours.top(known, wish.limit() + spare, newOnly).stream()
            .map(scored -> pick(neighbours, scored, profile))
            .filter(pick -> !leftOut.contains(pick.product()))
            .limit(wish.limit())
            .toList();
      }
    };
  }

  private static Pick pick(Ranker ranker, Scored scored, Profile profile) {
    Set<String> bought = Set.copyOf(profile.bought());
    List<Why> why =
        scored.reasons().stream()
            .map(
                r -> {
                  String product = ranker.items().get(r.item());
                  return new Why(product, r.both(), r.buyers(), bought.contains(product));
                })
            .toList();
    return new Pick(ranker.items().get(scored.item()), scored.score(), why);
  }

  /** A personal list is filled up with score 0; a list of what sells best shows its orders. */
  private static List<Pick> filledUp(
      List<Pick> personal, int limit, Set<String> leftOut, List<Seller> sellers) {
    List<Pick> picks = new ArrayList<>(personal);
    Set<String> taken = new HashSet<>(leftOut);
    personal.forEach(p -> taken.add(p.product()));
    for (Seller seller : sellers) {
      if (picks.size() >= limit) {
        break;
      }
      if (taken.add(seller.product())) {
        double score = personal.isEmpty() ? seller.orders() : 0;
        picks.add(new Pick(seller.product(), score, List.of()));
      }
    }
    return List.copyOf(picks);
  }
}
