package insight.launch.demo;

import java.util.ArrayList;
import java.util.List;

/** What follows an order: it is cancelled, or paid and kept, or paid and sent back; and reviews. */
final class Aftermath {
  static final List<String> CHANNELS = List.of("email", "instagram", "pinterest", "whatsapp");

  private static final double DAY = 86_400_000;
  private static final double MINUTE = 60_000;
  private static final double CANCELLED = 0.022;
  private static final double RETURNED = 0.04;
  private static final double DAMAGED = 0.09;

  /** An order as it was placed. */
  record Order(String id, long at, List<Line> lines, String method) {}

  private final Shop shop;
  private final Shopper who;
  private final Order order;
  private final Chance chance;

  Aftermath(Shop shop, Shopper who, Order order) {
    this.shop = shop;
    this.who = who;
    this.order = order;
    chance = who.chance;
  }

  void unfold() {
    if (chance.happens(CANCELLED)) {
      tell(about("Order Cancelled", chance.between(8 * MINUTE, DAY)));
      return;
    }
    pay();
    boolean returned = chance.happens(RETURNED * who.archetype.returns * who.country.returns);
    if (returned) {
      refund(shop.up(order.at() + (long) (chance.between(5, 26) * DAY)));
    } else if (travelledBadly() && chance.happens(DAMAGED)) {
      refund(Plan.midnight(shop.badDay) + (long) (chance.between(8, 21) * 60 * MINUTE));
    }
    review(returned);
  }

  /** Whether the parcel was among those that came back on the bad day. */
  private boolean travelledBadly() {
    double daysBefore = (Plan.midnight(shop.badDay) - order.at()) / DAY;
    return daysBefore > 3 && daysBefore < 24;
  }

  /** At once, or on invoice after days; a few never pay. */
  private void pay() {
    double delay =
        switch (order.method()) {
          case "invoice", "bank_transfer" -> chance.between(2 * DAY, 14 * DAY);
          case "direct_debit", "klarna" -> chance.between(DAY, 4 * DAY);
          default -> chance.between(0.2 * MINUTE, 3 * MINUTE);
        };
    if (delay > DAY && chance.happens(0.015)) {
      return;
    }
    tell(
        about("Payment Completed", delay)
            .with("method", order.method())
            .money("amount", Line.total(order.lines()))
            .with("currency", "GBP"));
  }

  private void refund(long at) {
    List<Line> back = new ArrayList<>();
    for (Line line : order.lines()) {
      if (chance.happens(0.5)) {
        int quantity = 1 + chance.below(line.quantity());
        back.add(new Line(line.product(), quantity, line.pence()));
      }
    }
    if (back.isEmpty()) {
      back.add(order.lines().getFirst());
    }
    Message message = Message.track("Order Refunded", who, Message.Origin.office(who), at);
    tell(
        message
            .with("order_id", order.id())
            .money("total", Line.total(back))
            .with("currency", "GBP")
            .articles(back, shop.catalogue));
  }

  private void review(boolean returned) {
    for (Line line : order.lines()) {
      if (chance.happens(who.archetype.reviews)) {
        Product product = line.product();
        double stars = product.quality() + 1.05 * chance.bell() - (returned ? 1.8 : 0);
        int rating = (int) Math.clamp(Math.round(stars), 1L, 5L);
        String language = who.country.writes();
        String body = shop.reviews.text(rating, language, product, chance);
        tell(
            about("Product Reviewed", chance.between(5 * DAY, 30 * DAY))
                .with("product_id", product.id())
                .with("rating", rating)
                .with("review_body", body)
                .with("language", language));
      }
    }
  }

  private Message about(String event, double delay) {
    long at = shop.up(order.at() + (long) delay);
    Message message = Message.track(event, who, Message.Origin.office(who), at);
    return message.with("order_id", order.id());
  }

  private void tell(Message message) {
    shop.tell(message);
  }
}
