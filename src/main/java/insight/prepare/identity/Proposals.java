package insight.prepare.identity;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.runtime.Caller;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Pairs that wait for somebody to say whether they are one person. */
@UseCase
public class Proposals {
  /**
   * One proposal for two persons: the surest pair of their keys. Persons that somebody said are not
   * the same are not proposed through other keys either.
   */
  private static final String STANDING =
      """
      with pair as materialized (
        select p.*, coalesce(a.person, p.customer_key) as person,
          coalesce(b.person, p.other_key) as other
        from pr_pair p
          left join pr_person a on a.customer_key = p.customer_key
          left join pr_person b on b.customer_key = p.other_key),
      standing as (
        select distinct on (least(person, other), greatest(person, other), state) *
        from pair
        where person <> other and (state = 'rejected' or not exists (
          select 1 from pair r where r.state = 'rejected'
            and least(r.person, r.other) = least(pair.person, pair.other)
            and greatest(r.person, r.other) = greatest(pair.person, pair.other)))
        order by least(person, other), greatest(person, other), state, score desc)
      """;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Audit audit;

  private record Row(
      long customerKey,
      long otherKey,
      String[] kinds,
      @Nullable Double likeness,
      double score,
      String state,
      Instant foundAt,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy,
      long person,
      long other) {

    Proposal proposal() {
      return new Proposal(
          customerKey,
          otherKey,
          Arrays.stream(kinds).map(MatchKind::of).sorted().toList(),
          likeness == null ? OptionalDouble.empty() : OptionalDouble.of(likeness),
          score,
          Proposal.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)),
          foundAt,
          decidedAt == null || decidedBy == null
              ? Optional.empty()
              : Optional.of(new Proposal.Decided(decidedBy, decidedAt)),
          person,
          other);
    }
  }

  /**
   * How many there are.
   *
   * @param certain of the open ones, those with an identifier that is equal and nothing against it
   */
  public record Counts(
      long open, long certain, long later, long rejected, long merged, long shared) {}

  /** The surest first. */
  public List<Proposal> list(
      Proposal.State state, Optional<MatchKind> kind, int limit, int offset) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    STANDING
                        + """
                        select * from standing
                        where state = :state and (:kind = '' or :kind = any(kinds)
                          or :kind = 'name' and likeness is not null)
                        order by score desc, customer_key, other_key limit :limit offset :offset""")
                .bind("state", state.word())
                .bind("kind", kind.map(MatchKind::word).orElse(""))
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(Row.class)
                .stream()
                .map(Row::proposal)
                .toList());
  }

  public Counts counts() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    STANDING
                        + """
                        select count(*) filter (where state = 'open') as open,
                          count(*) filter (where state = 'open' and cardinality(kinds) > 0
                            and score >= :sure) as certain,
                          count(*) filter (where state = 'later') as later,
                          count(*) filter (where state = 'rejected') as rejected,
                          (select count(*) from pr_merge where undone_at is null) as merged,
                          (select count(*) from pr_shared) as shared
                        from standing""")
                .bind("sure", Likeness.PROPOSED)
                .mapTo(Counts.class)
                .one());
  }

  /** The open proposals that rest on an equal identifier and have nothing against them. */
  public List<Proposal> certain(int limit) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    STANDING
                        + """
                        select * from standing
                        where state = 'open' and cardinality(kinds) > 0 and score >= :sure
                        order by score desc, customer_key, other_key limit :limit""")
                .bind("sure", Likeness.PROPOSED)
                .bind("limit", limit)
                .mapTo(Row.class)
                .stream()
                .map(Row::proposal)
                .toList());
  }

  /** The proposal of two keys. */
  public Proposal required(long a, long b) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select p.*, coalesce(a.person, p.customer_key) as person,
                      coalesce(b.person, p.other_key) as other
                    from pr_pair p
                      left join pr_person a on a.customer_key = p.customer_key
                      left join pr_person b on b.customer_key = p.other_key
                    where p.customer_key = :a and p.other_key = :b""")
                .bind("a", Math.min(a, b))
                .bind("b", Math.max(a, b))
                .mapTo(Row.class)
                .stream()
                .map(Row::proposal)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("prepare.identity.pair.unknown")));
  }

  /** Not the same, later, or open again. */
  public void decide(Proposal proposal, Proposal.State state, Caller by) {
    Merges.allowed(by);
    jdbi.useHandle(
        h ->
            decide(
                h, proposal.customerKey(), proposal.otherKey(), state, by.name(), clock.instant()));
    audit.record(
        by.name(),
        Audit.Action.CHANGE,
        Merges.written(proposal.person()),
        null,
        Map.of(
            "what",
            "identity-" + state.word(),
            "keys",
            List.of(Merges.written(proposal.customerKey()), Merges.written(proposal.otherKey()))));
  }

  static void decide(Handle h, long a, long b, Proposal.State state, String by, Instant at) {
    h.createUpdate(
            """
            insert into pr_pair (customer_key, other_key, kinds, score, state, found_at,
              decided_at, decided_by)
            values (:a, :b, '{}', 0, :state, :at, :at, :by)
            on conflict (customer_key, other_key) do update set state = excluded.state,
              decided_at = excluded.decided_at, decided_by = excluded.decided_by""")
        .bind("a", Math.min(a, b))
        .bind("b", Math.max(a, b))
        .bind("state", state.word())
        .bind("at", at)
        .bind("by", by)
        .execute();
  }
}
