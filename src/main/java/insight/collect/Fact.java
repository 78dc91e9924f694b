package insight.collect;

import insight.kernel.CustomerKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record says that is no event: how something stands, until another record says otherwise.
 */
sealed interface Fact {
  /** What it is about; of two facts about the same the later one counts. */
  Object about();

  /**
   * @param shopId the customer's number, in clear
   */
  record Order(
      String order,
      @Nullable CustomerKey customer,
      @Nullable String shopId,
      @Nullable Instant at,
      @Nullable String status)
      implements Fact {
    @Override
    public Object about() {
      return order;
    }
  }

  /**
   * @param number the key of a customer number that is not the person's only one
   */
  record Customer(
      CustomerKey key,
      String shopId,
      Optional<CustomerKey> number,
      @Nullable String country,
      @Nullable String profile,
      Instant seen)
      implements Fact {
    @Override
    public Object about() {
      return number.orElse(key);
    }
  }

  record Product(
      String product,
      @Nullable String name,
      @Nullable String category,
      @Nullable String image,
      @Nullable BigDecimal price,
      @Nullable String currency)
      implements Fact {
    @Override
    public Object about() {
      return product;
    }
  }

  /** One unit of the currency was worth so many of the base. */
  record Rate(String currency, String base, LocalDate day, BigDecimal rate) implements Fact {
    @Override
    public Object about() {
      return currency + base + day;
    }
  }

  record Point(String series, String country, LocalDate day, BigDecimal value) implements Fact {
    @Override
    public Object about() {
      return series + '\u001f' + country + day;
    }
  }
}
