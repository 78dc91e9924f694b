package insight.launch.demo;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One session of one shopper, from the first page to the order or the empty hand. */
final class Visit {
  private static final double ANONYMOUS = 0.08;
  private static final double ABANDONED = 0.08;
  private static final double SHARED = 0.015;

  private final Shop shop;
  private final Shopper who;
  private final Chance chance;
  private final Season season;
  private final double[] sums;
  private final String browser;
  private final String session;
  private final List<Line> cart = new ArrayList<>();
  private boolean known = true;
  private long at;

  Visit(Shop shop, Shopper who, long at) {
    this.shop = shop;
    this.who = who;
    this.at = at;
    chance = who.chance;
    season = Season.at(at, who.country);
    browser = "b-" + HexFormat.of().toHexDigits((int) Chance.scatter(who.mark));
    session = who.id + "-" + ++who.sessions;
    sums = sums();
  }

  /** Tells the visit to the shop and says when it ended. */
  long play() {
    boolean buys = chance.happens(who.intent(season));
    boolean stranger = !buys && chance.happens(ANONYMOUS);
    known = !stranger && (who.identified || !who.newcomer);
    page("Home");
    if (stranger) {
      browse(0.8);
      return at;
    }
    if (!who.identified) {
      identify();
    }
    browse(buys ? 0.7 : 1.8);
    if (buys) {
      buy();
    }
    return at;
  }

  private void identify() {
    if (!known) {
      look(any());
    }
    known = true;
    who.identified = true;
    shop.tell(Message.identify(who, origin(), at));
    linger(2);
  }

  private void browse(double keenness) {
    int views = 1 + chance.geometric(keenness * 1.7);
    for (int i = 0; i < views; i++) {
      Product product = any();
      lead(product);
      look(product);
      if (known && chance.happens(0.06)) {
        add(product);
        if (chance.happens(0.5)) {
          remove();
        }
      }
    }
  }

  private void buy() {
    int wanted = 1 + chance.geometric(Math.max(0.05, who.archetype.lines * who.country.basket - 1));
    for (int i = 0; i < Math.min(wanted, 14); i++) {
      Product product = wanted();
      if (cart.stream().noneMatch(line -> line.product().equals(product))) {
        if (chance.happens(0.5)) {
          lead(product);
        }
        look(product);
        add(product);
      }
    }
    if (cart.size() > 1 && chance.happens(0.1)) {
      remove();
    }
    checkOut();
  }

  private void checkOut() {
    if (cart.isEmpty()) {
      return;
    }
    tell(track("Checkout Started").with("currency", "GBP").money("total", Line.total(cart)), 50);
    Optional<Season.Coupon> coupon = coupon();
    List<Line> lines = coupon.map(c -> cheaper(c.percent())).orElse(List.copyOf(cart));
    coupon.ifPresent(c -> apply(c, Line.total(cart) - Line.total(lines)));
    if (!chance.happens(ABANDONED)) {
      order(lines, coupon);
    }
  }

  private void apply(Season.Coupon coupon, long discount) {
    Message applied = track("Coupon Applied").with("coupon", coupon.code());
    tell(applied.money("discount", discount), 15);
  }

  private void order(List<Line> lines, Optional<Season.Coupon> coupon) {
    Aftermath.Order order =
        new Aftermath.Order(shop.nextOrder(), at, lines, who.country.method(chance));
    Message message = track("Order Completed").with("order_id", order.id());
    coupon.ifPresent(c -> message.with("coupon", c.code()));
    message.money("total", Line.total(lines)).with("currency", "GBP");
    message.with("method", order.method());
    tell(message.articles(lines, shop.catalogue), 20);
    who.orders++;
    lines.stream().map(Line::product).filter(shop.catalogue::consumable).forEach(who.usedUp::add);
    new Aftermath(shop, who, order).unfold();
  }

  private Optional<Season.Coupon> coupon() {
    if (!chance.happens(who.archetype.coupons)) {
      return Optional.empty();
    }
    boolean first = who.orders == 0 && who.newcomer;
    return Optional.of(first ? Season.Coupon.WELCOME : season.coupon());
  }

  private List<Line> cheaper(int percent) {
    return cart.stream()
        .map(l -> new Line(l.product(), l.quantity(), l.pence() * (100 - percent) / 100))
        .toList();
  }

  /** How somebody comes to a product: by search, by its category, or straight. */
  private void lead(Product product) {
    double way = chance.unit();
    if (way < 0.22) {
      String query = shop.catalogue.search(product, who.country.writes(), chance);
      tell(track("Products Searched").with("query", query), 12);
    } else if (way < 0.5) {
      page(shop.catalogue.category(product));
    }
  }

  private void look(Product product) {
    long seconds = 4 + Math.round(chance.exponential(38 * who.archetype.patience));
    Message viewed = track("Product Viewed").article(product, shop.catalogue, price(product));
    shop.tell(viewed.with("dwell_seconds", seconds));
    linger((double) seconds);
    who.sees(product);
    if (known && chance.happens(SHARED)) {
      String via = who.country == Country.CN ? "wechat" : chance.pick(Aftermath.CHANNELS);
      tell(track("Product Shared").with("product_id", product.id()).with("share_via", via), 10);
    }
  }

  private void add(Product product) {
    int quantity = chance.happens(0.75) ? 1 : 2 + chance.geometric(0.8);
    Line line = new Line(product, Math.min(quantity, 12), price(product));
    cart.add(line);
    tell(item("Product Added", line), 6);
  }

  private void remove() {
    Line line = cart.remove(chance.below(cart.size()));
    tell(item("Product Removed", line), 6);
  }

  private Message item(String event, Line line) {
    return track(event)
        .article(line.product(), shop.catalogue, line.pence())
        .with("quantity", line.quantity());
  }

  /** Something to look at. */
  private Product any() {
    return !who.seen.isEmpty() && chance.happens(0.2)
        ? chance.pick(shop.catalogue.companions(who.seen.getLast()))
        : liked();
  }

  /** Something to buy: what goes with the basket, what ran out, what was seen before, or new. */
  private Product wanted() {
    double way = chance.unit();
    if (way < 0.45 && !cart.isEmpty()) {
      return chance.pick(shop.catalogue.companions(chance.pick(cart).product()));
    }
    if (way > 0.88 && !who.usedUp.isEmpty()) {
      return chance.pick(who.usedUp);
    }
    return way > 0.7 && !who.seen.isEmpty() ? chance.pick(who.seen) : liked();
  }

  private Product liked() {
    return shop.catalogue.product(chance.weighted(sums));
  }

  /** Running sums of this one's taste, today. */
  private double[] sums() {
    double[] running = new double[who.taste.length];
    double sum = 0;
    int month = season.local().getMonthValue();
    for (Product product : shop.catalogue.products()) {
      if (product.launched() <= at) {
        sum += who.taste[product.index()] * shop.catalogue.demand(product, month);
      }
      running[product.index()] = sum;
    }
    return running;
  }

  private void page(String name) {
    Message message = Message.page(name, who, origin(), at);
    tell(message.with("title", name + " · Lantern & Loom"), 14);
  }

  private void tell(Message message, double seconds) {
    shop.tell(message);
    linger(chance.exponential(seconds) + 1);
  }

  private void linger(double seconds) {
    at = shop.up(at + (long) (seconds * 1000) + chance.below(1000));
  }

  private Message track(String event) {
    return Message.track(event, who, origin(), at);
  }

  private Message.Origin origin() {
    return new Message.Origin(
        known ? Optional.of(who.id) : Optional.empty(), Optional.of(browser), Optional.of(session));
  }

  private long price(Product product) {
    return shop.price(product, season);
  }
}
