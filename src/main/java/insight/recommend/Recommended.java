package insight.recommend;

import insight.kernel.Numbers;
import insight.kernel.Texts;
import java.util.List;
import java.util.Locale;

/**
 * A product to show.
 *
 * @param name as the shop calls it; its code where the shop gave no name
 * @param score higher is better, within one list; 0 where a product only fills the list up
 * @param because what speaks for it, the strongest first; empty when nothing personal does
 */
public record Recommended(String product, String name, double score, List<Because> because) {
  public Recommended {
    because = List.copyOf(because);
  }

  /**
   * A product that speaks for the recommended one: {@code both} of its {@code buyers} bought the
   * recommended product too.
   *
   * @param bought whether the customer bought it; else it is at hand: on the page, in the cart
   */
  public record Because(String product, String name, int both, int buyers, boolean bought) {

    /** In short: because you bought WHITE MUG. */
    public String brief(Locale locale) {
      return Texts.of(locale, bought ? "recommend.reason.bought" : "recommend.reason.atHand", name);
    }

    /** The counts behind it: 243 of 377 buyers bought both. */
    public String counts(Locale locale) {
      return Texts.of(
          locale,
          "recommend.reason.counts",
          Numbers.whole(both, locale),
          Numbers.whole(buyers, locale));
    }
  }

  /** Why it is there, in one line. */
  public String reason(Locale locale) {
    return because.stream()
        .findFirst()
        .map(b -> Texts.of(locale, "recommend.reason.line", b.brief(locale), b.counts(locale)))
        .orElseGet(() -> Texts.of(locale, "recommend.reason.popular"));
  }
}
