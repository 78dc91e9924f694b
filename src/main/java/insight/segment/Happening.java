package insight.segment;

import insight.collect.EventKind;
import insight.collect.SaleClass;
import insight.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a customer's timeline; the lines of an order are one.
 *
 * @param id of its first event; with {@code at} it marks a place in the timeline
 * @param lines how many events it stands for
 * @param products different ones in it
 * @param product its product, when it is one
 * @param text what the customer wrote; empty also where the grant does not allow it
 * @param hidden whether there is text that the grant does not allow
 * @param source name of the data source
 */
public record Happening(
    Instant at,
    long id,
    EventKind kind,
    SaleClass saleClass,
    Optional<String> order,
    long lines,
    long products,
    Optional<String> product,
    Optional<Money> amount,
    Optional<Integer> rating,
    Optional<String> text,
    boolean hidden,
    String source) {

  /** A place in the timeline, for the next page. */
  public record Place(Instant at, long id) {

    /** The written form for addresses: milliseconds would lose events, so microseconds. */
    public String word() {
      return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000 + "-" + id;
    }
  }

  public Place place() {
    return new Place(at, id);
  }
}
