package insight.segment;

import insight.kernel.CustomerKey;
import insight.kernel.Refused;
import insight.prepare.Snapshot;
import insight.privacy.Audit;
import insight.privacy.Grant;
import insight.runtime.Caller;
import insight.runtime.Json;
import insight.runtime.Role;
import insight.runtime.UseCase;
import insight.segment.rule.Aim;
import insight.segment.rule.Rule;
import insight.segment.rule.RuleJson;
import insight.segment.rule.RuleReader;
import insight.segment.rule.RuleSql;
import insight.segment.rule.RuleTrace;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Groups by rules: count one before it is kept, keep it, change it, count it anew, archive it. */
@UseCase
public class RuleSegments {
  private static final int LONGEST_NAME = 60;

  /** Older counts keep their figures but lose their members. */
  private static final int MEMBERS_KEPT = 3;

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject RuleBase base;
  @Inject Audit audit;

  private record Row(
      long id,
      String name,
      String goal,
      String owner,
      boolean archived,
      Instant createdAt,
      int version,
      String definition) {
    RuleSegment segment(List<RuleSegment.Run> runs) {
      return new RuleSegment(
          id,
          name,
          Aim.of(goal).orElseThrow(),
          owner,
          archived,
          createdAt,
          version,
          RuleReader.read(Json.parse(definition)),
          runs);
    }
  }

  private record RunRow(
      long id,
      long ruleId,
      int version,
      long snapshotId,
      Instant cutoff,
      Optional<String> currency,
      Instant at,
      long size,
      long base,
      long revenueMinor,
      long baseRevenueMinor) {
    RuleSegment.Run run() {
      return new RuleSegment.Run(
          id,
          version,
          snapshotId,
          cutoff,
          at,
          size,
          base,
          RuleBase.money(revenueMinor, currency),
          baseRevenueMinor == 0 ? 0 : (double) revenueMinor / baseRevenueMinor);
    }
  }

  /**
   * How many customers of the newest snapshot the rule names.
   *
   * @throws Refused unprocessable: there is no snapshot yet; forbidden: it asks for what the grant
   *     does not show
   */
  public long count(Rule rule, Grant grant) {
    return base.count(rule, grant);
  }

  /** Why a customer is in the group or not; empty when the newest snapshot does not know them. */
  public Optional<RuleTrace> trace(Rule rule, CustomerKey customer, Grant grant) {
    RuleBase.check(rule, grant);
    return base.values(base.newest(), customer.value(), grant)
        .map(values -> RuleTrace.of(rule, values));
  }

  /** All groups, by name; archived ones when wanted. */
  public List<RuleSegment> list(boolean archived) {
    return jdbi.withHandle(
        h -> {
          Map<Long, List<RuleSegment.Run>> runs =
              h
                  .createQuery("select * from sg_rule_run order by id desc")
                  .mapTo(RunRow.class)
                  .stream()
                  .collect(
                      Collectors.groupingBy(
                          RunRow::ruleId, Collectors.mapping(RunRow::run, Collectors.toList())));
          return rows(h, "r.archived = " + archived).stream()
              .map(row -> row.segment(runs.getOrDefault(row.id(), List.of())))
              .toList();
        });
  }

  public RuleSegment required(long id) {
    return jdbi.withHandle(
        h ->
            rows(h, "r.id = " + id).stream()
                .findFirst()
                .map(row -> row.segment(runs(h, id)))
                .orElseThrow(() -> Refused.notFound("segment.unknown", String.valueOf(id))));
  }

  private static List<Row> rows(Handle h, String condition) {
    return h.createQuery(
            """
            select r.id, r.name, r.goal, r.owner, r.archived, r.created_at, v.version, v.definition
            from sg_rule r join sg_rule_version v on v.rule_id = r.id
            where v.version = (select max(version) from sg_rule_version where rule_id = r.id)
              and\s"""
                + condition
                + " order by lower(r.name), r.id")
        .mapTo(Row.class)
        .list();
  }

  private static List<RuleSegment.Run> runs(Handle h, long id) {
    return h
        .createQuery("select * from sg_rule_run where rule_id = :id order by id desc")
        .bind("id", id)
        .mapTo(RunRow.class)
        .stream()
        .map(RunRow::run)
        .toList();
  }

  /**
   * Keeps a group and counts it.
   *
   * @throws Refused for a name that is missing, too long or taken, or a role that may not
   */
  public RuleSegment create(String name, Aim aim, Rule rule, Caller by) {
    mayChange(by);
    String wanted = name(name, -1);
    Instant now = clock.instant();
    long id =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        insert into sg_rule (name, goal, owner, created_at, created_by)
                        values (:name, :goal, :by, :now, :by) returning id""")
                    .bind("name", wanted)
                    .bind("goal", aim.word())
                    .bind("by", by.name())
                    .bind("now", now)
                    .mapTo(Long.class)
                    .one());
    addVersion(id, rule, now, by);
    record(by, id, Map.of("created", wanted));
    countAnew(id);
    return required(id);
  }

  /** Changes name, aim and definition; a changed definition is a new version. */
  public RuleSegment change(long id, String name, Aim aim, Rule rule, Caller by) {
    mayChange(by);
    RuleSegment before = required(id);
    String wanted = name(name, id);
    jdbi.useHandle(
        h ->
            h.execute(
                "update sg_rule set name = ?, goal = ? where id = ?", wanted, aim.word(), id));
    if (!rule.equals(before.rule())) {
      addVersion(id, rule, clock.instant(), by);
      countAnew(id);
    }
    record(by, id, Map.of("from", before.name(), "to", wanted));
    return required(id);
  }

  /** Takes a group off the lists, or puts it back; it keeps everything it had. */
  public void archive(long id, boolean archived, Caller by) {
    mayChange(by);
    RuleSegment segment = required(id);
    if (!archived) {
      name(segment.name(), id);
    }
    jdbi.useHandle(h -> h.execute("update sg_rule set archived = ? where id = ?", archived, id));
    record(by, id, Map.of("archived", archived));
  }

  private void addVersion(long id, Rule rule, Instant now, Caller by) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into sg_rule_version (rule_id, version, definition, at, author)
                    select :id, coalesce(max(version), 0) + 1, cast(:definition as jsonb), :now, :by
                    from sg_rule_version where rule_id = :id""")
                .bind("id", id)
                .bind("definition", RuleJson.of(rule).toString())
                .bind("now", now)
                .bind("by", by.name())
                .execute());
  }

  /** Counts every group that the newest snapshot has not been applied to. */
  public int countNews() {
    if (list(false).isEmpty()) {
      return 0;
    }
    List<Long> behind =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select r.id from sg_rule r
                        join (select rule_id, max(version) as version from sg_rule_version
                          group by rule_id) v on v.rule_id = r.id
                        where not r.archived and not exists (select 1 from sg_rule_run n
                          where n.rule_id = r.id and n.version = v.version
                            and n.snapshot_id = :snapshot)""")
                    .bind("snapshot", base.newest().id())
                    .mapTo(Long.class)
                    .list());
    behind.forEach(this::countAnew);
    return behind.size();
  }

  /** Applies the newest definition to the newest snapshot; nothing when that was done already. */
  void countAnew(long id) {
    RuleSegment segment = required(id);
    Snapshot.Header snapshot = base.newest();
    RuleSql sql = RuleSql.of(segment.rule(), RuleBase.minorUnits(snapshot.currency()));
    jdbi.useHandle(
        h ->
            insertRun(h, segment, snapshot)
                .ifPresent(
                    run -> {
                      RuleBase.fill(h, run, snapshot.id(), sql);
                      sumUp(h, run, snapshot.id());
                      forgetOldMembers(h, id);
                    }));
  }

  private Optional<Long> insertRun(Handle h, RuleSegment segment, Snapshot.Header snapshot) {
    return h.createQuery(
            """
            insert into sg_rule_run (rule_id, version, snapshot_id, cutoff, currency, at, size,
              base, revenue_minor, base_revenue_minor)
            values (:rule, :version, :snapshot, :cutoff, :currency, :now, 0, 0, 0, 0)
            on conflict do nothing returning id""")
        .bind("rule", segment.id())
        .bind("version", segment.version())
        .bind("snapshot", snapshot.id())
        .bind("cutoff", snapshot.cutoff())
        .bind("currency", snapshot.currency().orElse(null))
        .bind("now", clock.instant())
        .mapTo(Long.class)
        .findOne();
  }

  private static void sumUp(Handle h, long run, long snapshot) {
    h.createUpdate(
            """
            update sg_rule_run set (size, base, revenue_minor, base_revenue_minor) =
              (select count(m.person), count(*),
                 coalesce(sum(f.monetary) filter (where m.person is not null), 0),
                 coalesce(sum(f.monetary), 0)
               from pr_feature_row f
               left join sg_rule_member m on m.run_id = :run and m.person = f.person
               where f.snapshot_id = :snapshot)
            where id = :run""")
        .bind("run", run)
        .bind("snapshot", snapshot)
        .execute();
  }

  private static void forgetOldMembers(Handle h, long rule) {
    h.createUpdate(
            """
            delete from sg_rule_member where run_id in (select id from sg_rule_run
              where rule_id = :rule order by id desc offset :kept)""")
        .bind("rule", rule)
        .bind("kept", MEMBERS_KEPT)
        .execute();
  }

  /** The groups that a customer is in now. */
  public List<RuleSegment> of(CustomerKey customer) {
    Map<Long, RuleSegment> all =
        list(false).stream().collect(Collectors.toMap(RuleSegment::id, Function.identity()));
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    select r.rule_id from sg_rule_member m join sg_rule_run r on r.id = m.run_id
                    where m.person = :person and r.id in
                      (select max(id) from sg_rule_run group by rule_id)""")
                .bind("person", customer.value())
                .mapTo(Long.class)
                .stream()
                .filter(all::containsKey)
                .map(all::get)
                .toList());
  }

  private String name(String name, long own) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
      throw Refused.invalid("/name", "segment.rule.name", LONGEST_NAME);
    }
    boolean taken =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        select exists (select 1 from sg_rule
                          where lower(name) = lower(:name) and not archived and id <> :own)""")
                    .bind("name", wanted)
                    .bind("own", own)
                    .mapTo(Boolean.class)
                    .one());
    if (taken) {
      throw Refused.invalid("/name", "segment.rename.taken", wanted);
    }
    return wanted;
  }

  private void record(Caller by, long id, Map<String, ?> detail) {
    audit.record(by.name(), Audit.Action.CHANGE, "rule-segment-" + id, null, detail);
  }

  private static void mayChange(Caller by) {
    if (!by.is(Role.OPERATIONS) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("segment.rename.role");
    }
  }
}
