package insight.recommend;

import insight.collect.Products;
import insight.kernel.CustomerKey;
import insight.privacy.Grant;
import insight.runtime.Setting;
import insight.runtime.Settings;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to show whom. */
@UseCase
public class Recommendations {
  @Inject Profiles profiles;
  @Inject LiveRanker live;
  @Inject BestSellers sellers;
  @Inject Products products;
  @Inject Settings settings;

  /**
   * The list for a customer, from what is known now. Without a customer, without purchases, without
   * a live model or without leave to personalise it holds what sells best.
   *
   * @param grant for {@link insight.privacy.Purpose#PERSONALISATION}
   */
  public RecommendationList forCustomer(Grant grant, Optional<CustomerKey> customer, Wish wish) {
    boolean newOnly = wish.newOnly().orElseGet(this::newOnly);
    Profile profile = customer.map(c -> profiles.of(grant, c)).orElse(Profile.UNKNOWN);
    Optional<LiveRanker.Live> model = live.now();
    Choice choice =
        Choice.of(model.flatMap(LiveRanker.Live::ranker), profile, wish, newOnly, sellers.now());
    Map<String, String> names = products.names(codes(choice.picks()));
    return new RecommendationList(
        choice.picks().stream().map(p -> recommended(p, names)).toList(),
        choice.fallback() == Fallback.POPULARITY
            ? RankProducts.POPULARITY
            : model.orElseThrow().label(),
        choice.fallback());
  }

  /** Whether the shop leaves out what a customer already bought. */
  public boolean newOnly() {
    return Boolean.parseBoolean(settings.get(Setting.NEW_ONLY));
  }

  private static Set<String> codes(Collection<Choice.Pick> picks) {
    Set<String> codes = new HashSet<>();
    for (Choice.Pick pick : picks) {
      codes.add(pick.product());
      pick.why().forEach(w -> codes.add(w.product()));
    }
    return codes;
  }

  private static Recommended recommended(Choice.Pick pick, Map<String, String> names) {
    return new Recommended(
        pick.product(),
        name(pick.product(), names),
        pick.score(),
        pick.why().stream()
            .map(
                w ->
                    new Recommended.Because(
                        w.product(), name(w.product(), names), w.both(), w.buyers(), w.bought()))
            .toList());
  }

  private static String name(String product, Map<String, String> names) {
    return names.getOrDefault(product, product);
  }
}
