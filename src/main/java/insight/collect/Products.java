package insight.collect;

import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What the sources say about products. */
@UseCase
public class Products {
  @Inject Jdbi jdbi;

  private record Named(String product, String name) {}

  /** The names of those that have one; a catalogue knows better than events. */
  public Map<String, String> names(Collection<String> products) {
    List<Named> named =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select product, coalesce(min(name) filter (where catalogue), min(name)) as name
                        from co_product
                        where product = any(:products) and name is not null group by product""")
                    .bind("products", products.toArray(String[]::new))
                    .mapTo(Named.class)
                    .list());
    Map<String, String> names = new HashMap<>();
    named.forEach(n -> names.put(n.product(), n.name()));
    return names;
  }

  /** The product's name; its code when it has none. */
  public String name(String product) {
    return names(List.of(product)).getOrDefault(product, product);
  }
}
