package insight.collect;

import insight.kernel.Refused;
import insight.privacy.Audit;
import insight.privacy.Vault;
import insight.runtime.Caller;
import insight.runtime.Role;
import insight.runtime.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes a source: checked as a whole before anything is written, then put on the audit trail. */
@ApplicationScoped
class SourceChanges {
  static final String SECRET = "co_source.secret_cipher";

  @Inject SourceRuns running;
  @Inject Users owners;
  @Inject Vault vault;
  @Inject Audit audit;

  /** What was agreed on, once all of it fits. */
  private record Agreed(
      String name,
      @Nullable String country,
      @Nullable String licence,
      @Nullable String basis,
      @Nullable Integer retentionDays,
      @Nullable String schedule) {
    void into(SourceRow row) {
      row.name = name;
      row.country = country;
      row.licence = licence;
      row.basis = basis;
      row.retentionDays = retentionDays;
      row.schedule = schedule;
    }
  }

  /**
   * @param taken whether another source has the name
   * @param flush writes the row
   * @throws Refused naming each field that does not fit
   */
  SourceDetails apply(
      SourceRow row, SourceChange wanted, boolean taken, Caller by, Runnable flush) {
    SourceDetails before = running.details(row);
    if (before.source().kind() == SourceKind.PORTAL) {
      throw Refused.conflict("collect.source.builtIn", row.name);
    }
    Agreed agreed = agree(before.source(), wanted, taken);
    boolean reached = !wanted.settings().equals(before.settings()) || wanted.password().isPresent();
    if (reached) {
      Connection.of(before.source().kind(), wanted.settings());
      connect(row, wanted.settings(), by);
      row.settings = Connection.bare(wanted.settings()).toString();
      wanted.password().ifPresent(p -> row.secretCipher = vault.encrypt(SECRET, p));
    }
    agreed.into(row);
    row.owner = wanted.owner();
    flush.run();
    running.schedule(row.record(), Optional.ofNullable(row.schedule));
    SourceDetails after = running.details(row);
    if (!after.retentionDays().equals(before.retentionDays())) {
      running.retainAgain(row.id);
    }
    audit.record(
        by.name(),
        Audit.Action.CHANGE,
        "source " + row.name,
        null,
        SourceDifference.between(before, after, wanted.password().isPresent()));
    return after;
  }

  private Agreed agree(Source source, SourceChange wanted, boolean taken) {
    SourceTerms terms = new SourceTerms();
    Agreed agreed =
        new Agreed(
            terms.name(wanted.name()),
            terms.country(wanted.country()),
            terms.licence(wanted.licence()),
            terms.basis(wanted.basis()),
            terms.retention(wanted.retentionDays()),
            terms.schedule(source.kind(), wanted.schedule()));
    List<Refused.Reason> wrong = terms.wrong();
    if (taken) {
      wrong.add(new Refused.Reason("/name", "collect.source.exists", List.of(agreed.name())));
    }
    if (!wanted.owner().equals(source.owner()) && owners.find(wanted.owner()).isEmpty()) {
      wrong.add(new Refused.Reason("/owner", "collect.source.owner", List.of(wanted.owner())));
    }
    if (!wrong.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, wrong);
    }
    return agreed;
  }

  /** A connection reaches out from here to an address that is named: only an administrator may. */
  void connect(SourceRow row, JsonObject settings, Caller by) {
    SourceKind kind = SourceKind.of(row.kind).orElseThrow();
    if ((kind == SourceKind.JDBC || kind == SourceKind.KAFKA) && !by.is(Role.ADMIN)) {
      throw Refused.forbidden("collect.connection.admin");
    }
    Connection.password(settings).ifPresent(p -> row.secretCipher = vault.encrypt(SECRET, p));
  }
}
