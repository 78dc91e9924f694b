package insight.prepare.identity;

import insight.runtime.Caller;
import insight.runtime.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Merges the pairs that a rule lets merge by itself; what somebody rejected stays apart. */
@ApplicationScoped
class AutomaticMerges {
  private static final int AT_ONCE = 50;
  private static final int MOST = 100_000;

  @Inject Jdbi jdbi;
  @Inject Merges merges;
  @Inject Transactions transactions;

  private record Row(long customerKey, long otherKey, String[] kinds, double score) {}

  /** How many pairs were merged. */
  int merge(Map<MatchKind, MatchRule> rules) {
    String[] kinds =
        rules.values().stream()
            .filter(r -> r.mode() == MatchRule.Mode.AUTOMATIC)
            .map(r -> r.kind().word())
            .toArray(String[]::new);
    List<Row> pairs =
        transactions.inNew(
            () ->
                jdbi.withHandle(
                    h ->
                        h.createQuery(
                                """
                                select p.customer_key, p.other_key, p.kinds, p.score from pr_pair p
                                  left join pr_person a on a.customer_key = p.customer_key
                                  left join pr_person b on b.customer_key = p.other_key
                                where p.state = 'open' and p.kinds && cast(:kinds as text[])
                                  and p.score >= :sure
                                  and coalesce(a.person, p.customer_key)
                                    <> coalesce(b.person, p.other_key)
                                order by p.score desc, p.customer_key, p.other_key limit :most""")
                            .bind("kinds", kinds)
                            .bind("sure", Likeness.PROPOSED)
                            .bind("most", MOST)
                            .mapTo(Row.class)
                            .list()));
    int merged = 0;
    for (int i = 0; i < pairs.size(); i += AT_ONCE) {
      List<Row> some = pairs.subList(i, Math.min(pairs.size(), i + AT_ONCE));
      merged += transactions.inNew(() -> merge(some));
    }
    return merged;
  }

  /**
   * Takes back what a rule merged through identifiers that too many people use since.
   *
   * @return how many
   */
  int undo() {
    List<Long> ids =
        transactions.inNew(
            () ->
                jdbi.withHandle(
                    h ->
                        h.createQuery(
                                """
                                select m.id from pr_merge m
                                where m.undone_at is null and m.merged_by = :portal
                                  and exists (select 1 from pr_shared s
                                    join pr_identifier a on a.customer_key = m.keys[1]
                                      and a.kind = s.kind and a.value_hash = s.value_hash
                                    join pr_identifier b on b.customer_key = m.keys[2]
                                      and b.kind = s.kind and b.value_hash = s.value_hash
                                    where s.kind = any(m.evidence))
                                  and not exists (
                                    select 1 from pr_identifier a
                                      join pr_identifier b on b.kind = a.kind
                                        and b.value_hash = a.value_hash
                                        and b.customer_key = m.keys[2]
                                    where a.customer_key = m.keys[1] and a.kind = any(m.evidence)
                                      and not exists (select 1 from pr_shared s
                                        where s.kind = a.kind and s.value_hash = a.value_hash))
                                order by m.id""")
                            .bind("portal", Caller.PORTAL.name())
                            .mapTo(Long.class)
                            .list()));
    ids.forEach(id -> transactions.doInNew(() -> merges.undo(id, true, Caller.PORTAL)));
    return ids.size();
  }

  private int merge(List<Row> pairs) {
    int merged = 0;
    for (Row pair : pairs) {
      merged += merge(pair) ? 1 : 0;
    }
    return merged;
  }

  private boolean merge(Row pair) {
    NewMerge wanted =
        NewMerge.of(pair.customerKey(), pair.otherKey(), List.of(pair.kinds()), pair.score());
    return merges.attempt(wanted, Caller.PORTAL).isPresent();
  }
}
