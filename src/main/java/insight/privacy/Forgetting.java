package insight.privacy;

import insight.kernel.CustomerKey;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Erases a person's rows everywhere, in one transaction, and keeps the key out from then on. */
@UseCase
public class Forgetting {
  @Inject @Any Instance<Holder> holders;
  @Inject Ledger ledger;
  @Inject Audit audit;

  /** What each stage removed. */
  public List<Holder.Outcome> forget(Holder.Person person, Caller by) {
    List<Holder.Outcome> outcomes = holders.stream().map(h -> h.forget(person)).toList();
    Map<String, Long> rows = new LinkedHashMap<>();
    outcomes.forEach(o -> rows.merge(o.stage(), o.rows(), Long::sum));
    String subject = ledgerAll(person);
    audit.record(by.name(), Audit.Action.ERASE, subject, Purpose.PRIVACY, rows);
    return outcomes;
  }

  /**
   * In the ledger first: should the commit fail, the person is kept out and can be erased again.
   */
  private String ledgerAll(Holder.Person person) {
    person.keys().forEach(key -> ledger.add(new CustomerKey(key)));
    return "erasure-" + person.keys().size();
  }
}
