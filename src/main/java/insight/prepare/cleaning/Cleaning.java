package insight.prepare.cleaning;

import insight.collect.Canonical;
import insight.collect.RecordCleaner;
import insight.collect.RecordCleaning;
import insight.collect.Source;
import insight.runtime.UseCase;
import jakarta.inject.Inject;
import java.util.List;

/** The cleaning of files by the rules of their source. */
@UseCase
public class Cleaning implements RecordCleaning {
  @Inject RuleRows rows;
  @Inject ResultRows results;
  @Inject StoredValues stored;
  @Inject KnownValues known;

  /**
   * Compiles the source's active rules. A source without any gets the usual ones first; figures
   * that rules judge by are taken now, or as they were when the import began.
   */
  @Override
  public RecordCleaner open(Reading reading) {
    Source source = reading.source();
    List<CleaningRule> rules = rows.of(source.id());
    if (rules.isEmpty()) {
      UsualRules.of(source.id(), reading.places().keySet()).forEach(d -> rows.insert(d, "portal"));
      rules = rows.of(source.id());
    }
    return new Compiler(
            reading.header(),
            reading.places(),
            source.timeZone(),
            reading.times(),
            to -> known.of(source, to))
        .cleaner(rules, rule -> basis(source, rule, reading.importId()));
  }

  private Basis basis(Source source, CleaningRule rule, long importId) {
    if (!Basis.needed(rule.rule()) || !(rule.target() instanceof Target.Of(Canonical field))) {
      return Basis.NONE;
    }
    return results
        .basis(importId, rule.id(), rule.version())
        .or(() -> stored.of(source, field, importId).map(d -> Basis.of(rule.rule(), d)))
        .orElse(Basis.NONE);
  }

  @Override
  public void keep(long importId, RecordCleaner.Noticed noticed) {
    if (noticed instanceof Cleaner.Found(List<Cleaner.RuleFound> found)) {
      results.add(importId, found);
    }
  }
}
