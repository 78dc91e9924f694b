package insight.launch.demo;

/**
 * A way to be a customer: share among all, visits a month, chance that a visit is meant to buy,
 * lines in a basket, pull of dear (above 0) or cheap goods, use of coupons, patience (dwell time),
 * returns, reviews per line.
 */
enum Archetype {
  REGULAR(0.18, 3.0, 0.34, 2.6, 0.0, 0.12, 1.0, 1.0, 0.12),
  BARGAIN_HUNTER(0.17, 3.2, 0.12, 2.0, -1.1, 0.6, 1.4, 1.2, 0.07),
  BIG_SPENDER(0.06, 2.6, 0.42, 4.6, 0.9, 0.05, 1.2, 1.1, 0.1),
  ONE_TIMER(0.25, 1.2, 0.45, 1.5, 0.0, 0.35, 0.8, 1.3, 0.05),
  GIFT_BUYER(0.15, 0.9, 0.4, 3.0, 0.2, 0.15, 0.7, 0.7, 0.05),
  CHURNER(0.19, 2.6, 0.3, 2.3, -0.1, 0.2, 0.9, 1.5, 0.09);

  final double share;
  final double visits;
  final double buys;
  final double lines;
  final double dear;
  final double coupons;
  final double patience;
  final double returns;
  final double reviews;

  Archetype(
      double share,
      double visits,
      double buys,
      double lines,
      double dear,
      double coupons,
      double patience,
      double returns,
      double reviews) {
    this.share = share;
    this.visits = visits;
    this.buys = buys;
    this.lines = lines;
    this.dear = dear;
    this.coupons = coupons;
    this.patience = patience;
    this.returns = returns;
    this.reviews = reviews;
  }

  /** How much more, or less, such a person comes now than usual. */
  double appetite(Shopper who, long at, Season season) {
    return switch (this) {
      case REGULAR, BIG_SPENDER -> who.freshness(at);
      case BARGAIN_HUNTER -> season.sale() ? 2.4 : 0.85;
      case ONE_TIMER -> who.orders == 0 ? 1 : 0.07;
      case GIFT_BUYER -> season.gifts() ? 5 : 0.12;
      case CHURNER -> who.freshness(at) * who.fading(at);
    };
  }

  /** The most that appetite() can come to; visits are drawn against it. */
  double greatestAppetite() {
    return switch (this) {
      case REGULAR, BIG_SPENDER, CHURNER -> Shopper.FRESH;
      case BARGAIN_HUNTER -> 2.4;
      case ONE_TIMER -> 1;
      case GIFT_BUYER -> 5;
    };
  }

  static Archetype any(Chance chance) {
    double wanted = chance.unit();
    for (Archetype archetype : values()) {
      wanted -= archetype.share;
      if (wanted < 0) {
        return archetype;
      }
    }
    return REGULAR;
  }
}
