package insight.collect;

import insight.collect.CustomerEvent.Head;
import insight.collect.CustomerEvent.Subject;
import insight.kernel.Countries;
import insight.kernel.Refused;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one message in the format of Segment's tracking libraries (Segment «Spec»: track, identify,
 * page, alias; e-commerce names). Unknown event names are kept as custom events.
 */
final class MessageReader {
  static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** A client's clock may be this much ahead. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final String sourceCurrency;
  private final Instant received;
  private final boolean withoutPerson;

  MessageReader(String sourceCurrency, Instant received) {
    this(sourceCurrency, received, false);
  }

  /**
   * @param withoutPerson the person forbade to be followed: a message needs to name nobody
   */
  MessageReader(String sourceCurrency, Instant received, boolean withoutPerson) {
    this.sourceCurrency = sourceCurrency;
    this.received = received;
    this.withoutPerson = withoutPerson;
  }

  /**
   * @param pointer where the message stands in its body, e.g. {@code /batch/3}
   * @throws Refused naming the field that does not fit
   */
  CustomerEvent read(JsonObject json, String pointer) {
    MessageFields message = new MessageFields(json, pointer);
    String type = message.requiredWord("type");
    return switch (type) {
      case "track" -> track(message);
      case "identify" -> identify(message);
      case "page", "screen" -> page(message);
      case "alias" -> new CustomerEvent.Aliased(head(message), message.requiredWord("previousId"));
      case "group" -> new CustomerEvent.Custom(head(message), "group", message.wholeText());
      default -> throw Refused.invalid(message.at("type"), "collect.message.type", type);
    };
  }

  private Head head(MessageFields message) {
    Instant at = message.time("timestamp", "originalTimestamp", "sentAt").orElse(received);
    if (at.isBefore(EARLIEST) || at.isAfter(received.plus(AHEAD))) {
      throw Refused.invalid(message.at("timestamp"), "collect.message.when", at.toString());
    }
    MessageFields context = message.object("context");
    MessageFields properties = message.object("properties");
    Optional<String> locale = context.word("locale");
    boolean known = message.word("userId").isPresent();
    return new Head(
        message.word("messageId").orElseGet(() -> "hash:" + Identities.of(message.wholeText())),
        at,
        subject(message),
        known ? message.word("anonymousId") : Optional.empty(),
        properties.word("session_id", "session").or(() -> context.word("sessionId")),
        properties
            .word("country")
            .or(() -> context.word("country"))
            .or(() -> message.object("traits").word("country"))
            .map(Countries::code),
        properties.word("language").or(() -> locale.map(l -> l.split("[-_]")[0])));
  }

  private Subject subject(MessageFields message) {
    if (withoutPerson) {
      return new Subject.Anonymous();
    }
    Optional<String> user = message.word("userId");
    if (user.isPresent()) {
      return new Subject.ShopId(user.get());
    }
    return message
        .word("anonymousId")
        .<Subject>map(id -> new Subject.ShopId(anonymous(id)))
        .orElseThrow(() -> Refused.invalid(message.at("userId"), "collect.message.who"));
  }

  private CustomerEvent page(MessageFields message) {
    MessageFields properties = message.object("properties");
    String page = message.word("name").or(() -> properties.word("path", "url")).orElse("/");
    return new CustomerEvent.PageViewed(
        head(message), page, properties.whole(0, 86_400, "dwell_seconds", "dwellSeconds"));
  }

  private CustomerEvent identify(MessageFields message) {
    MessageFields traits = message.object("traits");
    Optional<String> first = traits.word("firstName");
    Optional<String> last = traits.word("lastName");
    Optional<String> name =
        traits
            .word("name")
            .or(
                () ->
                    first.isEmpty() && last.isEmpty()
                        ? Optional.empty()
                        : Optional.of((first.orElse("") + " " + last.orElse("")).strip()));
    return new CustomerEvent.Identified(
        head(message), name, traits.word("email"), traits.word("phone"), address(traits));
  }

  /** In one line; Segment's traits part it. */
  private static Optional<String> address(MessageFields traits) {
    if (traits.isWord("address")) {
      return traits.word("address");
    }
    MessageFields address = traits.object("address");
    String line =
        Stream.of("street", "postalCode", "city", "state", "country")
            .flatMap(part -> address.word(part).stream())
            .collect(Collectors.joining(", "));
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private CustomerEvent track(MessageFields message) {
    String event = message.requiredWord("event");
    return new TrackMessages(head(message), message.object("properties"), sourceCurrency)
        .read(event);
  }

  /** The shop's id of somebody of whom only the device is known. */
  static String anonymous(String device) {
    return "anonymous:" + device;
  }
}
