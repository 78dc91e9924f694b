package insight.segment.ui;

import com.vaadin.flow.router.QueryParameters;
import insight.segment.CustomerLists;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Which customers the list shows and in which order, as the address says: country, segment, by. */
record CustomerChoice(Optional<String> country, Optional<Long> segment, CustomerLists.Order order) {

  /** Reads the address; what cannot be read counts as not given. */
  static CustomerChoice read(QueryParameters parameters) {
    return new CustomerChoice(
        parameters.getSingleParameter("country").filter(c -> c.matches("[A-Za-z]{2}")),
        parameters
            .getSingleParameter("segment")
            .filter(s -> s.matches("[0-9]{1,18}"))
            .map(Long::valueOf),
        parameters
            .getSingleParameter("by")
            .flatMap(CustomerChoice::order)
            .orElse(CustomerLists.Order.SPEND));
  }

  private static Optional<CustomerLists.Order> order(String word) {
    return Stream.of(CustomerLists.Order.values()).filter(o -> word(o).equals(word)).findFirst();
  }

  private static String word(CustomerLists.Order order) {
    return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  CustomerChoice inCountry(Optional<String> other) {
    return new CustomerChoice(other, segment, order);
  }

  CustomerChoice inSegment(Optional<Long> other) {
    return new CustomerChoice(country, other, order);
  }

  CustomerChoice by(CustomerLists.Order other) {
    return new CustomerChoice(country, segment, other);
  }

  CustomerLists.Filter filter() {
    return new CustomerLists.Filter(
        country, segment.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  QueryParameters parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    country.ifPresent(c -> map.put("country", c));
    segment.ifPresent(s -> map.put("segment", String.valueOf(s)));
    if (order != CustomerLists.Order.SPEND) {
      map.put("by", word(order));
    }
    return QueryParameters.simple(map);
  }
}
