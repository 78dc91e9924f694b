package insight.launch.demo;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One message of Segment's format: type, who, when, and what happened with its properties. */
final class Message {
  /** Who did it: the shop's customer, a browser, or both; and the session. */
  record Origin(Optional<String> user, Optional<String> browser, Optional<String> session) {
    static Origin office(Shopper who) {
      return new Origin(Optional.of(who.id), Optional.empty(), Optional.empty());
    }
  }

  private final Json json = new Json().object();
  private final Shopper who;
  private final Optional<String> session;
  final long at;
  final String kind;

  private Message(String type, String kind, Shopper who, Origin origin, long at) {
    this.who = who;
    this.session = origin.session();
    this.at = at;
    this.kind = kind;
    json.put("type", type).put("messageId", id(who));
    origin.user().ifPresent(user -> json.put("userId", user));
    origin.browser().ifPresent(browser -> json.put("anonymousId", browser));
    json.put("timestamp", Instant.ofEpochMilli(at).toString());
  }

  static Message track(String event, Shopper who, Origin origin, long at) {
    Message message = new Message("track", event, who, origin, at);
    message.json.put("event", event);
    return message.properties();
  }

  static Message page(String name, Shopper who, Origin origin, long at) {
    Message message = new Message("page", "page", who, origin, at);
    message.json.put("name", name);
    return message.properties();
  }

  static Message identify(Shopper who, Origin origin, long at) {
    Message message = new Message("identify", "identify", who, origin, at);
    People.Person person = who.person;
    message.json.object("traits").put("name", person.name()).put("email", person.email());
    person.phone().ifPresent(phone -> message.json.put("phone", phone));
    message.json.put("country", who.country.name()).end();
    return message.properties();
  }

  private Message properties() {
    json.object("properties");
    session.ifPresent(id -> json.put("session_id", id));
    json.put("country", who.country.name());
    return this;
  }

  Message with(String name, String value) {
    json.put(name, value);
    return this;
  }

  Message with(String name, long value) {
    json.put(name, value);
    return this;
  }

  Message money(String name, long pence) {
    json.money(name, pence);
    return this;
  }

  /** An article and what it costs now. */
  Message article(Product product, Catalogue catalogue, long pence) {
    describe(product, catalogue, pence);
    return this;
  }

  Message articles(List<Line> lines, Catalogue catalogue) {
    json.array("products");
    for (Line line : lines) {
      json.object();
      describe(line.product(), catalogue, line.pence());
      json.put("quantity", line.quantity()).end();
    }
    json.end();
    return this;
  }

  private void describe(Product product, Catalogue catalogue, long pence) {
    json.put("product_id", product.id())
        .put("name", product.name())
        .put("category", catalogue.category(product))
        .money("price", pence);
  }

  /** The message as one line of text. */
  String text() {
    return json.end().object("context").put("locale", who.country.locale).toString();
  }

  private static String id(Shopper who) {
    long first = Chance.scatter(who.mark + ++who.messages);
    return HexFormat.of().toHexDigits(first) + HexFormat.of().toHexDigits(Chance.scatter(~first));
  }
}
