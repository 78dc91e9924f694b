package insight.recommend;

import insight.kernel.CustomerKey;
import insight.prepare.Persons;
import insight.privacy.Consents;
import insight.privacy.Grant;
import insight.privacy.Holder;
import insight.privacy.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads what a person bought and declined, as of now, unless personalisation was refused. */
@ApplicationScoped
class Profiles {
  @Inject Jdbi jdbi;
  @Inject Persons persons;
  @Inject Consents consents;

  private record Row(String product, boolean bought, boolean declined) {}

  Profile of(Grant grant, CustomerKey customer) {
    if (grant.purpose() != Purpose.PERSONALISATION) {
      throw new IllegalArgumentException("recommends for personalisation, not " + grant.purpose());
    }
    Holder.Person person = persons.person(customer);
    if (refused(person)) {
      return Profile.REFUSED;
    }
    List<Row> rows = read(grant, person);
    return new Profile(
        rows.stream().filter(Row::bought).map(Row::product).toList(),
        rows.stream().filter(Row::declined).map(Row::product).collect(Collectors.toSet()),
        true);
  }

  private boolean refused(Holder.Person person) {
    return consents.of(person.keys()).stream()
        .anyMatch(c -> c.purpose().equals(Purpose.PERSONALISATION.word()) && !c.granted());
  }

  /** Of thumbs, the newest about a product counts. */
  private List<Row> read(Grant grant, Holder.Person person) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select e.product, bool_or(e.kind = 7) as bought,
                      coalesce((array_agg(e.properties->>'verdict'
                          order by e.occurred_at desc, e.event_id desc)
                        filter (where e.kind = 15))[1] = 'down', false) as declined
                    from co_event e cross join (select cast(:person as bigint) as person) p
                    where e.customer_key = any(:keys) and e.product is not null
                      and (e.kind = 7 and e.class = 1
                        or e.kind = 15 and e.properties->>'about' = 'recommendation')
                      and %s
                    group by e.product order by min(e.occurred_at), e.product collate "C\""""
                        .formatted(grant.persons("p.person")))
                .bind("person", person.person())
                .bind("keys", person.keyArray())
                .mapTo(Row.class)
                .list());
  }
}
