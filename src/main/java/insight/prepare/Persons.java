package insight.prepare;

import insight.kernel.CustomerKey;
import insight.privacy.Holder;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Who is who: the keys that events came with, and the person each stands for. */
@UseCase
public class Persons {
  @Inject Jdbi jdbi;

  /** The person behind a key with every key merged into it; a key never merged is a person. */
  public Holder.Person person(CustomerKey key) {
    return jdbi.withHandle(
        h -> {
          long person =
              h.createQuery("select person from pr_person where customer_key = :key")
                  .bind("key", key.value())
                  .mapTo(Long.class)
                  .findOne()
                  .orElse(key.value());
          Set<Long> keys =
              new LinkedHashSet<>(
                  h.createQuery("select customer_key from pr_person where person = :person")
                      .bind("person", person)
                      .mapTo(Long.class)
                      .list());
          keys.add(key.value());
          keys.add(person);
          return new Holder.Person(person, keys);
        });
  }
}
